import http from 'node:http';
import https from 'node:https';
import { expect, test } from 'vitest';
import { agentsFor, checkedAddress } from './guarded-agents';
import { listen } from './outside.fixture';

const asked = (url: string, allowPrivate: boolean) =>
  new Promise<number | string>((done) => {
    const agents = agentsFor({ allowPrivate });
    const agent = url.startsWith('https') ? agents.https : agents.http;
    (url.startsWith('https') ? https : http)
      .get(url, { agent }, (answer) => {
        answer.resume();
        done(answer.statusCode ?? 0);
      })
      .on('error', (e) => done(e.message));
  });

test('no connection is made to a private address, be it a literal that a redirect named or a name that leads there', async () => {
  let count = 0;
  const server = http.createServer((_, response) => {
    count++;
    response.end();
  });
  const port = await listen(server);
  for (const host of ['127.0.0.1', '[::ffff:127.0.0.1]', 'localhost'])
    for (const scheme of ['http', 'https'])
      expect(await asked(`${scheme}://${host}:${port}/`, false)).toContain('private or local network');
  expect(count).toBe(0);
  expect(await asked(`http://127.0.0.1:${port}/`, true)).toBe(200);
  server.closeAllConnections();
  server.close();
});

test('an address is https and holds no user, query or fragment, unless it is of our own network', () => {
  const guarded = { allowPrivate: false };
  expect(checkedAddress('https://minio.example.com:9000/', guarded).host).toBe('minio.example.com:9000');
  expect(checkedAddress('http://minio:9000', { allowPrivate: true }).host).toBe('minio:9000');
  for (const wrong of [
    'minio.example.com',
    'ftp://x.example',
    'https://u:p@x.example',
    'https://x.example/?a=1',
    'file:///etc/passwd',
    'http://x.example',
  ])
    expect(() => checkedAddress(wrong, guarded)).toThrow();
  for (const private_ of ['https://10.0.0.1', 'https://[fd00::1]', 'https://2130706433', 'https://169.254.169.254'])
    expect(() => checkedAddress(private_, guarded)).toThrow('private or local network');
});
