import fs from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Fault, faultyProxy, first, listed, listen, opened, temporaryFolder, theOne } from '../files/outside.fixture';
import { s3 } from './s3';

/** A real server. Its own continuation tokens need a cipher that OpenSSL 3 no longer has, so pages are tested against the handler below. */
let server: { run(): Promise<{ port: number }>; close(): Promise<void> };
let port: number;
let client: S3Client;
const require = createRequire(import.meta.url);
const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };

beforeAll(async () => {
  const directory = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'headroom-s3-'));
  const S3rver: new (options: object) => typeof server = require('s3rver');
  server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory, resetOnClose: true });
  ({ port } = await server.run());
  client = new S3Client({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials,
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
});
afterAll(async () => {
  client.destroy();
  await server.close();
});

let bucket = '';
let count = 0;
beforeEach(async () => {
  bucket = `bills-${count++}`;
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
});
const put = (Key: string, Body: string | Buffer) => client.send(new PutObjectCommand({ Bucket: bucket, Key, Body }));

const connect = (at: number, config = {}, secret = {}, more = {}) =>
  opened(
    s3,
    { bucket, prefix: 'cur', region: 'us-east-1', endpoint: `http://127.0.0.1:${at}`, ...config },
    { ...credentials, ...secret },
    more,
  );

const data = 'cur/acme/data/BILLING_PERIOD=2026-10/acme-00001.csv.gz';
const second = 'cur/acme/data/BILLING_PERIOD=2026-10/acme-00002.csv.gz';
const manifest = 'cur/acme/metadata/BILLING_PERIOD=2026-10/acme-Manifest.json';
const bytes = Buffer.alloc(300_000, 'bills of october ');
const quiet = () => {};

async function putExport(): Promise<void> {
  await put(data, bytes);
  await put(second, 'second part');
  await put('elsewhere/secret.csv', 'not ours');
  await put(manifest, JSON.stringify({ dataFiles: [`s3://${bucket}/${data}`, `s3://${bucket}/${second}`] }));
}

test('a Data Export is tested, listed and fetched, and is the same as long as nothing changes', async () => {
  await putExport();
  const connection = connect(port);
  expect(await s3.test(connection)).toContain('3 files');
  expect(await s3.test(connection)).toContain('1 export, the last acme, October 2026');
  const delivery = await theOne(s3, connection);
  expect(await listed(s3, connection)).toEqual([delivery]);
  expect(delivery).toMatchObject({
    key: 'cur/acme/data/BILLING_PERIOD=2026-10',
    title: 'acme, October 2026',
    period: '2026-10-01',
    brings: 'bill',
    waitsFor: null,
  });
  expect(await listed(s3, connection, { from: '2026-11-01', until: '2026-12-01' })).toEqual([]);
  const folder = temporaryFolder();
  const names = await s3.fetch(connection, delivery, folder, quiet);
  expect(names).toEqual(['0001-acme-00001.csv.gz', '0002-acme-00002.csv.gz']);
  expect(fs.readdirSync(folder).sort()).toEqual(names);
  expect(fs.readFileSync(path.join(folder, '0001-acme-00001.csv.gz')).equals(bytes)).toBe(true);
  expect((await listed(s3, connection))[0]).toEqual(delivery);
  await put(second, 'second part, restated');
  expect((await listed(s3, connection))[0]?.version).not.toBe(delivery.version);
});

test('an export without its manifest waits, and is not fetched', async () => {
  await put(data, bytes);
  const connection = connect(port);
  const delivery = await theOne(s3, connection);
  expect(delivery.waitsFor).toContain('manifest is not there yet');
  await expect(s3.fetch(connection, delivery, temporaryFolder(), quiet)).rejects.toThrow('manifest is not there yet');
});

test('a body that is cut is gone on with, where it was cut', async () => {
  await putExport();
  const proxy = await faultyProxy(port);
  const connection = connect(proxy.port);
  const delivery = await theOne(s3, connection);
  proxy.fault = first(2, 'half', (url) => url.includes('acme-00001'));
  const folder = temporaryFolder();
  await s3.fetch(connection, delivery, folder, quiet);
  expect(fs.readFileSync(path.join(folder, '0001-acme-00001.csv.gz')).equals(bytes)).toBe(true);
  const ranges = proxy.seen.filter((r) => r.url.includes('acme-00001')).map((r) => r.range);
  expect(ranges).toHaveLength(3);
  expect(ranges[0]).toBeUndefined();
  const starts = ranges.slice(1).map((range) => Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1]));
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
  expect(starts[0]).toBeGreaterThan(100_000);
});

test('what an earlier try brought is not fetched again; what was replaced since is, and never mixed', async () => {
  await putExport();
  const proxy = await faultyProxy(port);
  const connection = connect(proxy.port);
  const delivery = await theOne(s3, connection);
  const folder = temporaryFolder();
  proxy.fault = (url) => (url.includes('acme-00002') ? { status: 403, body: '<Error><Code>AccessDenied</Code></Error>' } : 'none');
  await expect(s3.fetch(connection, delivery, folder, quiet)).rejects.toThrow('allow s3:GetObject');
  proxy.fault = () => 'none';
  proxy.seen.length = 0;
  await s3.fetch(connection, delivery, folder, quiet);
  expect(proxy.seen.filter((r) => r.url.includes('acme-00001'))).toEqual([]);
  await put(data, Buffer.alloc(bytes.length, 'other bills '));
  await expect(s3.fetch(connect(proxy.port), delivery, temporaryFolder(), quiet)).rejects.toMatchObject({
    isFinal: false,
    message: expect.stringMatching(/was replaced|being written over/),
  });
});

test('an object that is replaced between the halves of it is not put together from both', async () => {
  await putExport();
  const proxy = await faultyProxy(port);
  const connection = connect(proxy.port);
  const delivery = await theOne(s3, connection);
  let asked = 0;
  proxy.fault = (url): Fault => {
    if (!url.includes('acme-00001')) return 'none';
    if (asked++ === 0) return 'half';
    return { status: 412, body: '<Error><Code>PreconditionFailed</Code></Error>' };
  };
  const folder = temporaryFolder();
  await expect(s3.fetch(connection, delivery, folder, quiet)).rejects.toThrow('was replaced or removed while it was being fetched');
  expect(fs.readdirSync(folder).filter((name) => name.endsWith('.gz'))).toEqual([]);
});

const error = (code: string, more = '') =>
  `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code} for key AKIASECRET</Message>${more}</Error>`;

test.each<[string, Fault]>([
  ['429', { status: 429, headers: { 'retry-after': '1' }, body: error('TooManyRequests') }],
  ['503 SlowDown', { status: 503, body: error('SlowDown') }],
  ['500', { status: 500, body: error('InternalError') }],
  ['a connection that ends', 'hang up'],
  ['half a listing', 'half'],
])('%s, then an answer: it is tried again', async (_, fault) => {
  await putExport();
  const proxy = await faultyProxy(port);
  proxy.fault = first(1, fault);
  const started = Date.now();
  expect(await listed(s3, connect(proxy.port))).toMatchObject([{ waitsFor: null }]);
  if (typeof fault === 'object' && fault.headers) expect(Date.now() - started).toBeGreaterThan(1_000);
});

test.each<[string, Fault, string]>([
  ['ExpiredToken', { status: 400, body: error('ExpiredToken') }, 'temporary credentials have expired'],
  ['AccessDenied', { status: 403, body: error('AccessDenied') }, 'allow s3:ListBucket on arn:aws:s3:::bills-'],
  ['InvalidAccessKeyId', { status: 403, body: error('InvalidAccessKeyId') }, 'access key does not exist'],
  ['SignatureDoesNotMatch', { status: 403, body: error('SignatureDoesNotMatch') }, 'does not belong to the access key'],
  [
    'PermanentRedirect',
    { status: 301, headers: { 'x-amz-bucket-region': 'eu-west-1' }, body: error('PermanentRedirect') },
    'lies in eu-west-1 and not in us-east-1',
  ],
  [
    'RequestTimeTooSkewed',
    { status: 403, headers: { date: new Date(Date.now() - 3 * 3_600_000).toUTCString() }, body: error('RequestTimeTooSkewed') },
    "This machine's clock is 3 hours ahead of theirs",
  ],
])('%s is a sentence for a person, final, asked once and without a secret', async (_, fault, sentence) => {
  const proxy = await faultyProxy(port);
  proxy.fault = () => fault;
  const failure = await s3.test(connect(proxy.port)).catch((e) => e);
  expect(failure).toMatchObject({ name: 'ConnectionFailure', isFinal: true, message: expect.stringContaining(sentence) });
  expect(failure.message).not.toMatch(/AKIASECRET|S3RVER/);
  expect(proxy.seen).toHaveLength(1);
});

test('a bucket that is not there, and an access key that nobody has, against the server itself', async () => {
  await expect(s3.test(connect(port, { bucket: 'nobodys-bucket' }))).rejects.toMatchObject({
    isFinal: true,
    message: expect.stringContaining('nobodys-bucket does not exist'),
  });
  await expect(s3.test(connect(port, {}, { accessKeyId: 'NOBODY' }))).rejects.toMatchObject({
    isFinal: true,
    message: expect.stringContaining('access key does not exist'),
  });
});

test('trouble that stays is told after some tries, and is not final', async () => {
  const proxy = await faultyProxy(port);
  proxy.fault = () => ({ status: 500, body: error('InternalError') });
  await expect(s3.test(connect(proxy.port))).rejects.toMatchObject({ isFinal: false, message: expect.stringContaining('answered 500') });
  expect(proxy.seen).toHaveLength(5);
});

test('a listing is read to its last page, also where one page has to be asked for again', async () => {
  const keys = Array.from({ length: 2_500 }, (_, i) => `cur/2026-10/bill-${String(i).padStart(5, '0')}.csv`);
  let asked = 0;
  const pages = http.createServer((request, response) => {
    if (asked++ === 1) return response.writeHead(503).end(error('SlowDown'));
    const from = Number(new URL(request.url ?? '', 'http://x').searchParams.get('continuation-token') ?? 0);
    const contents = keys
      .slice(from, from + 1_000)
      .map(
        (key) =>
          `<Contents><Key>${key}</Key><Size>10</Size><ETag>"${key}"</ETag><LastModified>2026-11-01T00:00:00.000Z</LastModified></Contents>`,
      );
    const more =
      from + 1_000 < keys.length
        ? `<IsTruncated>true</IsTruncated><NextContinuationToken>${from + 1_000}</NextContinuationToken>`
        : '<IsTruncated>false</IsTruncated>';
    response
      .writeHead(200, { 'content-type': 'application/xml' })
      .end(`<?xml version="1.0"?><ListBucketResult>${contents.join('')}${more}</ListBucketResult>`);
  });
  const at = await listen(pages);
  expect((await listed(s3, connect(at))).map((d) => d.key)).toEqual(keys);
  expect(asked).toBe(4);
  pages.closeAllConnections();
  pages.close();
});

test('a private address is refused by literal and by name, and nothing is asked', async () => {
  const proxy = await faultyProxy(port);
  for (const endpoint of [
    `https://127.0.0.1:${proxy.port}`,
    `https://localhost:${proxy.port}`,
    `https://[::1]:${proxy.port}`,
    'https://169.254.169.254',
  ])
    await expect(s3.test(connect(port, { endpoint }, {}, { allowPrivate: false }))).rejects.toMatchObject({
      isFinal: true,
      message: expect.stringContaining('private or local network'),
    });
  await expect(s3.test(connect(port, { endpoint: 'http://example.com' }, {}, { allowPrivate: false }))).rejects.toThrow('https://');
  expect(proxy.seen).toEqual([]);
});

test('the credentials of this machine never go to an address of somebody else', async () => {
  await expect(s3.test(connect(port, {}, { accessKeyId: '', secretAccessKey: '' }))).rejects.toMatchObject({
    isFinal: true,
    message: expect.stringContaining('needs an access key'),
  });
  expect(s3.secret.safeParse({ accessKeyId: 'AKIA', secretAccessKey: '' }).success).toBe(false);
});

test('a pull that is stopped ends, and the next one goes on', async () => {
  await putExport();
  const proxy = await faultyProxy(port);
  const stop = new AbortController();
  const connection = connect(proxy.port, {}, {}, { signal: stop.signal });
  const delivery = await theOne(s3, connection);
  const folder = temporaryFolder();
  proxy.fault = (url) => {
    if (!url.includes('acme-00002')) return 'none';
    stop.abort();
    return { status: 503, body: error('SlowDown') };
  };
  await expect(s3.fetch(connection, delivery, folder, quiet)).rejects.toMatchObject({
    name: 'ConnectionFailure',
    isFinal: false,
    message: expect.stringContaining('stopped'),
  });
  proxy.fault = () => 'none';
  proxy.seen.length = 0;
  expect(await s3.fetch(connect(proxy.port), delivery, folder, quiet)).toHaveLength(2);
  expect(proxy.seen.filter((r) => r.url.includes('acme-00001'))).toEqual([]);
});

test('files that a bucket holds too many bytes of are refused before one is fetched', async () => {
  const huge = http.createServer((_, response) =>
    response
      .writeHead(200)
      .end(
        `<?xml version="1.0"?><ListBucketResult><Contents><Key>cur/huge.csv</Key><Size>${300 * 1024 ** 3}</Size><ETag>"a"</ETag><LastModified>2026-11-01T00:00:00.000Z</LastModified></Contents></ListBucketResult>`,
      ),
  );
  const connection = connect(await listen(huge));
  const delivery = await theOne(s3, connection);
  const sentence = 'It has 322.1 GB; the limit is 214.7 GB. Let the export be split by month or account.';
  expect(delivery.waitsFor).toBe(sentence);
  await expect(s3.fetch(connection, delivery, temporaryFolder(), quiet)).rejects.toThrow(sentence);
  huge.closeAllConnections();
  huge.close();
});
