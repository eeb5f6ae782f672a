import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { realOutside } from './outside';

test('a private target is refused by address and by name, unless it is allowed; redirects are not followed', async () => {
  let asked = 0;
  const server = http.createServer((_, response) => {
    asked++;
    response.writeHead(302, { location: 'http://10.0.0.1/' }).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const guarded = realOutside({ allowPrivate: false });
  for (const host of ['127.0.0.1', 'localhost', '[::1]', '2130706433', '0x7f.1'])
    await expect(guarded.post(`http://${host}:${port}/`, '{}')).rejects.toThrow('private or local network');
  expect(asked).toBe(0);
  expect(await realOutside({ allowPrivate: true }).post(`http://127.0.0.1:${port}/`, '{}')).toMatchObject({ status: 302 });
  expect(asked).toBe(1);
  server.close();
});
