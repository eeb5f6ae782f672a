import { beforeAll, expect, test } from 'vitest';
import { requireOwnSite } from './own-site';

beforeAll(() => {
  process.env.DATABASE_URL ??= 'postgresql://nobody@127.0.0.1:1/none';
  process.env.NEXTAUTH_URL ??= 'https://costs.example.org';
});

const asks =
  (headers: Record<string, string>, method = 'POST') =>
  () =>
    requireOwnSite(
      new Request('http://headroom.internal:3000/api/v1/loads', { method, headers: { host: 'headroom.internal:3000', ...headers } }),
    );

test.each<Record<string, string>>([
  {},
  { origin: 'http://headroom.internal:3000' },
  { origin: 'https://costs.example.org' },
  { origin: 'http://headroom.internal:3000', 'sec-fetch-site': 'same-origin' },
  { 'sec-fetch-site': 'none' },
])('%j may change something', (headers) => {
  expect(asks(headers)).not.toThrow();
});

test.each<Record<string, string>>([
  { origin: 'null' },
  { origin: '' },
  { origin: 'nonsense' },
  { origin: 'https://elsewhere.example' },
  { origin: 'https://costs.example.org.elsewhere.example' },
  { 'sec-fetch-site': 'cross-site' },
  { origin: 'http://headroom.internal:3000', 'sec-fetch-site': 'cross-site' },
])('%j may not', (headers) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) expect(asks(headers, method)).toThrow('This request came from another site.');
});

test('reading is open to links from elsewhere', () => {
  expect(asks({ origin: 'null', 'sec-fetch-site': 'cross-site' }, 'GET')).not.toThrow();
});
