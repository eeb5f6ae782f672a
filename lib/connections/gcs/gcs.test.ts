import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Fault, faultyProxy, first, listed, listen, opened, temporaryFolder, theOne } from '../files/outside.fixture';
import { gcs } from './gcs';

/** A server that answers as the JSON API does, and as the sign-in: it checks statements and tokens, generations and ranges. */
const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2_048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const objects = new Map<string, { body: Buffer; generation: number }>();
let tokens = new Set<string>();
let pageSize = 1_000;
let port: number;
let generation = 1;

const put = (name: string, body: string | Buffer) => objects.set(name, { body: Buffer.from(body), generation: generation++ });
const problem = (code: number, reason: string) =>
  JSON.stringify({ error: { code, message: `${reason} SECRETTEXT`, errors: [{ reason }] } });

const server = http.createServer(async (request, response) => {
  const url = new URL(request.url ?? '', 'http://x');
  const answer = (status: number, body: string | Buffer, headers = {}) =>
    response.writeHead(status, { 'content-length': Buffer.byteLength(body), ...headers }).end(body);
  if (url.pathname === '/token') {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const [head = '', claims = '', signature = ''] = (new URLSearchParams(Buffer.concat(chunks).toString()).get('assertion') ?? '').split(
      '.',
    );
    const { iat, exp, scope } = JSON.parse(Buffer.from(claims, 'base64url').toString());
    const isSigned = verify(
      'RSA-SHA256',
      Buffer.from(`${head}.${claims}`),
      createPublicKey(publicKey),
      Buffer.from(signature, 'base64url'),
    );
    if (!isSigned) return answer(400, JSON.stringify({ error: 'invalid_grant', error_description: 'Invalid JWT Signature.' }));
    if (Math.abs(iat - Date.now() / 1000) > 300)
      return answer(
        400,
        JSON.stringify({
          error: 'invalid_grant',
          error_description: 'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe.',
        }),
      );
    if (exp - iat > 3_600 || !scope.endsWith('devstorage.read_only')) return answer(400, JSON.stringify({ error: 'invalid_scope' }));
    const token = createHash('sha256').update(claims).update(String(tokens.size)).digest('hex');
    tokens.add(token);
    return answer(200, JSON.stringify({ access_token: token, expires_in: 3_599, token_type: 'Bearer' }));
  }
  if (!tokens.has((request.headers.authorization ?? '').replace('Bearer ', ''))) return answer(401, problem(401, 'authError'));
  if (!url.pathname.startsWith('/storage/v1/b/acme-bills/o')) return answer(404, problem(404, 'The specified bucket does not exist'));
  const key = decodeURIComponent(url.pathname.slice('/storage/v1/b/acme-bills/o/'.length));
  if (!key) {
    const names = [...objects.keys()].filter((name) => name.startsWith(url.searchParams.get('prefix') ?? '')).sort();
    const from = Number(url.searchParams.get('pageToken') ?? 0);
    const items = names.slice(from, from + pageSize).map((name) => ({
      name,
      size: String(objects.get(name)?.body.length),
      generation: String(objects.get(name)?.generation),
      updated: '2026-11-01T00:00:00.000Z',
    }));
    return answer(
      200,
      JSON.stringify({
        kind: 'storage#objects',
        ...(items.length && { items }),
        ...(from + pageSize < names.length && { nextPageToken: String(from + pageSize) }),
      }),
    );
  }
  const object = objects.get(key);
  if (!object) return answer(404, problem(404, 'No such object'));
  if (Number(url.searchParams.get('ifGenerationMatch')) !== object.generation) return answer(412, problem(412, 'conditionNotMet'));
  const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
  if (start === 0) return answer(200, object.body);
  return answer(206, object.body.subarray(start), { 'content-range': `bytes ${start}-${object.body.length - 1}/${object.body.length}` });
});

beforeAll(async () => {
  port = await listen(server);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  objects.clear();
  tokens = new Set();
  pageSize = 1_000;
});

const keyFile = (at: number, more = {}) =>
  JSON.stringify({
    type: 'service_account',
    client_email: 'headroom@acme.iam.gserviceaccount.com',
    private_key: privateKey,
    private_key_id: 'abc',
    token_uri: `http://127.0.0.1:${at}/token`,
    ...more,
  });
const connect = (at: number, config = {}, serviceAccount = keyFile(port), more = {}) =>
  opened(
    gcs,
    { bucket: 'acme-bills', prefix: 'extracts', endpoint: `http://127.0.0.1:${at}`, grouping: 'folder', ...config },
    { serviceAccount },
    more,
  );

const bytes = Buffer.alloc(300_000, 'google bills of october ');
const quiet = () => {};
const putMonth = () => {
  put('extracts/2026-10/bill-000000000001.csv', 'second');
  put('extracts/2026-10/bill-000000000000.csv', bytes);
  put('payroll/salaries.csv', 'not ours');
};

test('a month in a folder is tested, listed over several pages and fetched together', async () => {
  putMonth();
  pageSize = 1;
  const connection = connect(port);
  expect(await gcs.test(connection)).toContain('more than 1 file');
  const delivery = await theOne(gcs, connection);
  expect(delivery).toMatchObject({ key: 'extracts/2026-10', title: '2026-10', period: '2026-10-01', waitsFor: null });
  expect(await listed(gcs, connection)).toEqual([delivery]);
  const folder = temporaryFolder();
  expect(await gcs.fetch(connection, delivery, folder, quiet)).toEqual(['0001-bill-000000000000.csv', '0002-bill-000000000001.csv']);
  expect(fs.readFileSync(path.join(folder, '0001-bill-000000000000.csv')).equals(bytes)).toBe(true);
});

test('a body that is cut is gone on with; one that was replaced is not', async () => {
  putMonth();
  const proxy = await faultyProxy(port);
  const connection = connect(proxy.port);
  const delivery = await theOne(gcs, connection);
  proxy.fault = first(2, 'half', (url) => url.includes('000000000000'));
  const folder = temporaryFolder();
  await gcs.fetch(connection, delivery, folder, quiet);
  expect(fs.readFileSync(path.join(folder, '0001-bill-000000000000.csv')).equals(bytes)).toBe(true);
  expect(proxy.seen.filter((r) => r.range).length).toBe(2);
  const later = connect(proxy.port);
  const known = await theOne(gcs, later);
  put('extracts/2026-10/bill-000000000000.csv', bytes);
  await expect(gcs.fetch(later, known, temporaryFolder(), quiet)).rejects.toMatchObject({
    isFinal: false,
    message: expect.stringContaining('was replaced or removed'),
  });
});

test.each<[string, Fault]>([
  ['429', { status: 429, headers: { 'retry-after': '1' }, body: problem(429, 'rateLimitExceeded') }],
  ['403 rateLimitExceeded', { status: 403, body: problem(403, 'rateLimitExceeded') }],
  ['500', { status: 500, body: problem(500, 'backendError') }],
  ['a connection that ends', 'hang up'],
  ['half a page', 'half'],
  ['a token that has expired', { status: 401, body: problem(401, 'authError') }],
])('%s, then an answer: it is tried again', async (_, fault) => {
  putMonth();
  const proxy = await faultyProxy(port);
  proxy.fault = first(1, fault);
  expect(await listed(gcs, connect(proxy.port))).toHaveLength(1);
});

test('a token that ends in the middle of a pull is renewed', async () => {
  putMonth();
  const connection = connect(port);
  const delivery = await theOne(gcs, connection);
  const first = tokens;
  tokens = new Set();
  expect(await gcs.fetch(connection, delivery, temporaryFolder(), () => tokens.clear())).toHaveLength(2);
  expect(first.size).toBe(1);
});

test.each<[string, () => ReturnType<typeof connect>, string]>([
  [
    'a clock that is wrong',
    () => connect(port, {}, keyFile(port), { now: () => new Date(Date.now() + 26 * 3_600_000) }),
    "This machine's clock is 26 hours ahead of theirs",
  ],
  [
    'a key of somebody else',
    () =>
      connect(
        port,
        {},
        keyFile(port, {
          private_key: generateKeyPairSync('rsa', {
            modulusLength: 2_048,
            privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
            publicKeyEncoding: { type: 'spki', format: 'pem' },
          }).privateKey,
        }),
      ),
    'was refused',
  ],
  ['a bucket that is not there', () => connect(port, { bucket: 'nobodys' }), 'The bucket nobodys does not exist'],
  ['no JSON', () => connect(port, {}, '-----BEGIN PRIVATE KEY-----'), 'is no JSON'],
  ['credentials of another kind', () => connect(port, {}, keyFile(port, { type: 'external_account' })), 'none of the type service_account'],
  ['a broken key', () => connect(port, {}, keyFile(port, { private_key: 'x' })), 'cannot be read'],
])('%s is a sentence for a person, and final', async (_, connection, sentence) => {
  const failure = await gcs.test(connection()).catch((e) => e);
  expect(failure).toMatchObject({ name: 'ConnectionFailure', isFinal: true, message: expect.stringContaining(sentence) });
  expect(failure.message).not.toMatch(/SECRETTEXT|PRIVATE KEY/);
});

test('a permission that lacks is named, with who lacks it', async () => {
  const proxy = await faultyProxy(port);
  proxy.fault = () => ({ status: 403, body: problem(403, 'forbidden') });
  await expect(gcs.test(connect(proxy.port))).rejects.toMatchObject({
    isFinal: true,
    message: expect.stringContaining('give headroom@acme.iam.gserviceaccount.com the permission storage.objects.list'),
  });
});

test('a private address is refused for storage and for the sign-in, and nothing is asked; no redirect is followed', async () => {
  const proxy = await faultyProxy(port);
  const guarded = { allowPrivate: false };
  const key = keyFile(port, { token_uri: 'https://oauth2.googleapis.com/token' });
  for (const host of ['127.0.0.1', '[::1]'])
    await expect(gcs.test(connect(port, { endpoint: `https://${host}:${proxy.port}` }, key, guarded))).rejects.toThrow(
      'private or local network',
    );
  for (const host of ['127.0.0.1', 'localhost'])
    await expect(
      gcs.test(connect(port, { endpoint: '' }, keyFile(port, { token_uri: `https://${host}:${proxy.port}/token` }), guarded)),
    ).rejects.toThrow('private or local network');
  expect(proxy.seen).toEqual([]);
  proxy.fault = () => ({ status: 302, headers: { location: `http://127.0.0.1:${port}/` } });
  await expect(gcs.test(connect(proxy.port))).rejects.toMatchObject({ isFinal: true, message: expect.stringContaining('redirect') });
});
