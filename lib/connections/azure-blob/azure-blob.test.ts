import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ContainerClient, ContainerSASPermissions, generateBlobSASQueryParameters, StorageSharedKeyCredential } from '@azure/storage-blob';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Fault, faultyProxy, first, listed, opened, temporaryFolder, theOne } from '../files/outside.fixture';
import { azureBlob } from './azure-blob';

const require = createRequire(import.meta.url);
const account = 'acmebilling';
const accountKey = Buffer.from('a key that only this test has, 64 bytes or so in length, enough!').toString('base64');
let azurite: ChildProcess;
let port: number;

beforeAll(async () => {
  const script = require.resolve('azurite/dist/src/blob/main.js');
  azurite = spawn(
    process.execPath,
    [script, '--blobHost', '127.0.0.1', '--blobPort', '0', '--inMemoryPersistence', '--disableTelemetry', '--skipApiVersionCheck'],
    {
      env: { ...process.env, AZURITE_ACCOUNTS: `${account}:${accountKey}` },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  port = await new Promise((done, fail) => {
    let said = '';
    azurite.stdout?.on('data', (chunk) => {
      said += chunk;
      const found = /successfully listens on http:\/\/127\.0\.0\.1:(\d+)/.exec(said);
      if (found) done(Number(found[1]));
    });
    azurite.once('exit', () => fail(new Error(`Azurite did not start: ${said}`)));
  });
}, 60_000);
afterAll(() => {
  azurite.kill();
});

let container = '';
let count = 0;
let there: ContainerClient;
const credential = new StorageSharedKeyCredential(account, accountKey);
beforeEach(async () => {
  container = `exports-${count++}`;
  there = new ContainerClient(`http://127.0.0.1:${port}/${account}/${container}`, credential);
  await there.create();
});
const put = (name: string, body: string | Buffer) => there.getBlockBlobClient(name).upload(body, body.length);

const connect = (at: number, secret: object = { accountKey }, config = {}, more = {}) =>
  opened(azureBlob, { account: `http://127.0.0.1:${at}/${account}`, container, prefix: '/exports/', ...config }, secret, more);

const sas = (permissions: string, expiresOn = new Date(Date.now() + 3_600_000)) =>
  generateBlobSASQueryParameters(
    { containerName: container, permissions: ContainerSASPermissions.parse(permissions), startsOn: new Date(0), expiresOn },
    credential,
  ).toString();

const run = 'exports/acme/focus/20261101-20261130/202611190312/5f1c';
const bytes = Buffer.alloc(400_000, 'azure bills of november ');
const quiet = () => {};

async function putExport(): Promise<void> {
  const names = [`${run}/part_0_0001.csv`, `${run}/part_1_0001.csv`];
  await put(names[0] ?? '', bytes);
  await put(names[1] ?? '', 'second');
  const blobs = [bytes.length, 6].map((byteCount, i) => ({ blobName: names[i], byteCount, dataRowCount: 1 }));
  await put(
    `${run}/manifest.json`,
    JSON.stringify({ manifestVersion: '2024-04-01', blobCount: 2, byteCount: bytes.length + 6, dataRowCount: 2, blobs }),
  );
  await put('exports/acme/focus/20261101-20261130/202611180312/aa/part_0_0001.csv', 'of the day before');
  await put('payroll/salaries.csv', 'not ours');
}

test.each([
  ['an account key', () => ({ accountKey })],
  ['a SAS token that may read and list', () => ({ sas: `?${sas('rl')}` })],
  [
    'a connection string',
    () => ({
      connectionString: `DefaultEndpointsProtocol=http;AccountName=${account};AccountKey=${accountKey};BlobEndpoint=http://127.0.0.1:${port}/${account};`,
    }),
  ],
  [
    'a connection string with a SAS token',
    () => ({ connectionString: `BlobEndpoint=http://127.0.0.1:${port}/${account};SharedAccessSignature=${sas('rl')}` }),
  ],
])('an export is tested, listed and fetched with %s', async (_, secret) => {
  await putExport();
  const connection = connect(port, secret());
  expect(await azureBlob.test(connection)).toMatch(/4 files.*1 export, the last focus, November 2026\.$/);
  const delivery = await theOne(azureBlob, connection);
  expect(delivery).toMatchObject({
    key: 'exports/acme/focus/20261101-20261130',
    title: 'focus, November 2026',
    period: '2026-11-01',
    waitsFor: null,
  });
  expect(await listed(azureBlob, connection)).toEqual([delivery]);
  const folder = temporaryFolder();
  const names = await azureBlob.fetch(connection, delivery, folder, quiet);
  expect(names).toEqual(['0001-part_0_0001.csv', '0002-part_1_0001.csv']);
  expect(fs.readFileSync(path.join(folder, '0001-part_0_0001.csv')).equals(bytes)).toBe(true);
  expect(fs.readdirSync(folder).sort()).toEqual(names);
});

test('an export whose last part is not there yet waits; overwritten, it is another version', async () => {
  await putExport();
  await there.deleteBlob(`${run}/part_1_0001.csv`);
  const connection = connect(port);
  expect(await theOne(azureBlob, connection)).toMatchObject({ waitsFor: '1 of 2 files are there; part_1_0001.csv is missing.' });
  await put(`${run}/part_1_0001.csv`, 'second');
  const before = await theOne(azureBlob, connection);
  await put(`${run}/part_1_0001.csv`, 'SECOND');
  const after = await theOne(azureBlob, connection);
  expect(after.version).not.toBe(before.version);
  await expect(azureBlob.fetch(connect(port), before, temporaryFolder(), quiet)).rejects.toMatchObject({
    isFinal: false,
    message: expect.stringContaining('was replaced'),
  });
});

test('a body that is cut is gone on with; one that was replaced in between is not', async () => {
  await putExport();
  const proxy = await faultyProxy(port);
  const delivery = await theOne(azureBlob, connect(proxy.port));
  proxy.fault = first(2, 'half', (url) => url.includes('part_0'));
  const folder = temporaryFolder();
  await azureBlob.fetch(connect(proxy.port), delivery, folder, quiet);
  expect(fs.readFileSync(path.join(folder, '0001-part_0_0001.csv')).equals(bytes)).toBe(true);
  const starts = proxy.seen.filter((r) => r.url.includes('part_0')).map((r) => Number(/^bytes=(\d+)-/.exec(r.range ?? '')?.[1] ?? 0));
  expect(starts).toHaveLength(3);
  expect(starts[1]).toBeGreaterThan(100_000);
  let cut = false;
  proxy.fault = (url) => {
    if (!url.includes('part_0') || cut) return 'none';
    cut = true;
    return 'half';
  };
  const connection = connect(proxy.port);
  const again = azureBlob.fetch(connection, delivery, temporaryFolder(), (doing) => {
    if (doing.includes('part_0')) setTimeout(() => void put(`${run}/part_0_0001.csv`, Buffer.alloc(bytes.length, 'x')), 20);
  });
  await again.then(
    () => expect.fail('the old half and the new half made one file'),
    (e) => expect(e.message).toContain('replaced or removed'),
  );
});

const error = (code: string) =>
  `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${code} sig=SECRETSIGNATURE</Message></Error>`;
const answer = (status: number, code: string, headers = {}): Fault => ({
  status,
  headers: { 'x-ms-error-code': code, 'content-type': 'application/xml', ...headers },
  body: error(code),
});

test.each<[string, Fault]>([
  ['429', answer(429, 'TooManyRequests', { 'retry-after': '1' })],
  ['503 ServerBusy', answer(503, 'ServerBusy')],
  ['500', answer(500, 'InternalError')],
  ['a connection that ends', 'hang up'],
  ['half a page', 'half'],
])('%s, then an answer: it is tried again', async (_, fault) => {
  await putExport();
  const proxy = await faultyProxy(port);
  proxy.fault = first(1, fault);
  expect(await listed(azureBlob, connect(proxy.port))).toMatchObject([{ waitsFor: null }]);
});

test.each<[string, Fault, string]>([
  [
    'a clock that is wrong',
    answer(403, 'AuthenticationFailed', { date: new Date(Date.now() + 40 * 60_000).toUTCString() }),
    "This machine's clock is 40 minutes behind theirs",
  ],
  ['a permission that lacks', answer(403, 'AuthorizationPermissionMismatch'), 'lack the permission list (l)'],
  ['a firewall', answer(403, 'AuthorizationFailure'), 'firewall'],
  ['a key that was replaced', answer(403, 'AuthenticationFailed'), 'account key was refused'],
])('%s is a sentence for a person, final, asked once and without a secret', async (_, fault, sentence) => {
  const proxy = await faultyProxy(port);
  proxy.fault = () => fault;
  const failure = await azureBlob.test(connect(proxy.port)).catch((e) => e);
  expect(failure).toMatchObject({ name: 'ConnectionFailure', isFinal: true, message: expect.stringContaining(sentence) });
  expect(failure.message).not.toMatch(/SECRETSIGNATURE/);
  expect(failure.message).not.toContain(accountKey);
  expect(proxy.seen).toHaveLength(1);
});

test('what the server itself refuses: an ended token, one that may not list or not read, a wrong key, a container that is not there', async () => {
  await putExport();
  const refused = (secret: object, config = {}) =>
    azureBlob.test(connect(port, secret, config)).then(
      () => expect.fail('it was let in'),
      (e) => e,
    );
  const ended = await refused({ sas: sas('rl', new Date('2026-01-02T03:04:05Z')) });
  expect(ended).toMatchObject({ isFinal: true, message: 'The SAS token ended on 2026-01-02 03:04. Make a new one.' });
  expect(await refused({ sas: sas('r') })).toMatchObject({ isFinal: true, message: expect.stringContaining('list (l)') });
  expect(await refused({ sas: sas('l') })).toMatchObject({ isFinal: true, message: expect.stringContaining('read (r)') });
  expect(await refused({ accountKey: Buffer.from('wrong').toString('base64') })).toMatchObject({
    isFinal: true,
    message: expect.stringContaining('credentials were refused'),
  });
  expect(await refused({ accountKey }, { container: 'nobodys' })).toMatchObject({
    isFinal: true,
    message: 'The container nobodys does not exist.',
  });
});

test('exactly one way to be let in is wanted', () => {
  expect(azureBlob.secret.safeParse({}).success).toBe(false);
  expect(azureBlob.secret.safeParse({ sas: 'sv=1', accountKey }).success).toBe(false);
  expect(azureBlob.secret.safeParse({ sas: '', accountKey, connectionString: '' }).success).toBe(true);
});

test('a private address is refused by literal, by name and in a connection string, and nothing is asked', async () => {
  const proxy = await faultyProxy(port);
  const guarded = { allowPrivate: false };
  for (const host of ['127.0.0.1', 'localhost', '[::1]'])
    await expect(
      azureBlob.test(connect(port, { accountKey }, { account: `https://${host}:${proxy.port}/${account}` }, guarded)),
    ).rejects.toMatchObject({
      isFinal: true,
      message: expect.stringContaining('private or local network'),
    });
  const connectionString = `BlobEndpoint=https://localhost:${proxy.port}/${account};SharedAccessSignature=sv=1`;
  await expect(azureBlob.test(connect(port, { connectionString }, {}, guarded))).rejects.toThrow('private or local network');
  expect(proxy.seen).toEqual([]);
});
