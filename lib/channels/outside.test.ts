import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { isPrivate, realOutside } from './outside';

test.each([
  ['127.0.0.1', true], ['10.1.2.3', true], ['172.31.0.1', true], ['172.32.0.1', false], ['192.168.1.1', true], ['169.254.169.254', true], ['100.64.0.1', true],
  ['0.0.0.0', true], ['8.8.8.8', false], ['::1', true], ['::', true], ['fd00::1', true], ['fe80::1', true], ['::ffff:10.0.0.1', true], ['::ffff:a00:1', true],
  ['64:ff9b::a00:1', true], ['2606:4700:4700::1111', false], ['no address', true],
])('%s is private: %s', (address, expected) => {
  expect(isPrivate(address)).toBe(expected);
}); // biome-ignore format: a table

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
