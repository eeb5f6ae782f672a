import http from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addressFrom, networkOf, requestAddress, watchPeers } from './address';

beforeEach(() => {
  process.env.DATABASE_URL ??= 'postgresql://nobody@127.0.0.1:1/none';
});

const peer = '10.0.0.1';

test('without trusted proxies only the socket counts, whatever the header says', () => {
  expect(addressFrom({ forwardedFor: '198.51.100.7', peer, hops: 0 })).toBe(peer);
  expect(addressFrom({ forwardedFor: null, peer, hops: 0 })).toBe(peer);
});

test('behind trusted proxies the entry counts that the outermost of them wrote, and what stands before it is hearsay', () => {
  const forwardedFor = 'forged, 198.51.100.7, 10.0.0.2';
  expect(addressFrom({ forwardedFor, peer, hops: 1 })).toBe('10.0.0.2');
  expect(addressFrom({ forwardedFor, peer, hops: 2 })).toBe('198.51.100.7');
  expect(addressFrom({ forwardedFor: '198.51.100.7', peer, hops: 2 })).toBe('198.51.100.7');
  expect(addressFrom({ forwardedFor: null, peer, hops: 1 })).toBe(peer);
});

test.each([
  ['198.51.100.7', '198.51.100.7'],
  ['198.51.100.7:4711', '198.51.100.7'],
  ['::ffff:198.51.100.7', '198.51.100.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::99', '2001:db8:1:2::/64'],
  ['[2001:db8:1:2::1]:443', '2001:db8:1:2::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['unknown', 'unknown'],
])('%s is counted as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

let server: http.Server | undefined;
afterEach(() => void server?.close());

test('the socket of a request is known to whatever it calls, and a header cannot say otherwise', async () => {
  watchPeers();
  server = http.createServer(async (request, response) => {
    for await (const _ of request); // the way goes on after waiting, too
    response.end(requestAddress(String(request.headers['x-forwarded-for'])));
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const headers = { 'x-forwarded-for': '198.51.100.7' };
  const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: 'x', headers });
  expect(await answer.text()).toBe('127.0.0.1');
});
