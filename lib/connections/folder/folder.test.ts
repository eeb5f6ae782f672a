import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { listed, opened, temporaryFolder, theOne } from '../files/outside.fixture';
import { folder } from './folder';

let root = '';
let watched = '';
beforeEach(() => {
  root = temporaryFolder();
  watched = path.join(root, 'watched');
  fs.mkdirSync(watched);
});

const longAgo = new Date(Date.now() - 3_600_000);
function put(name: string, body: string | Buffer, changed = longAgo): string {
  const file = path.join(watched, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, body);
  fs.utimesSync(file, changed, changed);
  return file;
}
const connect = (config = {}, watchable = [root]) => opened(folder, { path: watched, ...config }, {}, { watchable });
const quiet = () => {};
const keys = async () => (await listed(folder, connect())).map((d) => d.key);

test('files that appear are tested, listed and fetched, and stay where they are', async () => {
  put('2026-10/bill one.csv', 'bills of october');
  const connection = connect();
  expect(await folder.test(connection)).toContain('1 export, the last 2026-10/bill one.csv');
  const delivery = await theOne(folder, connection);
  expect(delivery).toMatchObject({ key: '2026-10/bill one.csv', title: '2026-10/bill one.csv', period: '2026-10-01', waitsFor: null });
  const to = temporaryFolder();
  expect(await folder.fetch(connection, delivery, to, quiet)).toEqual(['0001-bill_one.csv']);
  expect(fs.readFileSync(path.join(to, '0001-bill_one.csv'), 'utf8')).toBe('bills of october');
  expect(fs.readFileSync(path.join(watched, '2026-10/bill one.csv'), 'utf8')).toBe('bills of october');
  put('2026-10/bill one.csv', 'bills of october, restated', new Date(Date.now() - 60_000));
  expect((await theOne(folder, connection)).version).not.toBe(delivery.version);
});

test('what is being written, hidden or on its way is not taken', async () => {
  put('a.csv', 'x', new Date(Date.now() - 5_000));
  for (const name of ['.b.csv', 'c.csv.part', 'd.csv.tmp', 'e.csv~', '.git/f.csv']) put(name, 'x');
  expect(await listed(folder, connect())).toMatchObject([{ key: 'a.csv', waitsFor: expect.stringContaining('30 seconds') }]);
  fs.renameSync(path.join(watched, 'c.csv.part'), path.join(watched, 'c.csv'));
  expect((await listed(folder, connect())).map((d) => [d.key, d.waitsFor === null])).toEqual([
    ['a.csv', false],
    ['c.csv', true],
  ]);
});

test('an empty file and one whose name cannot be read are told, each with what is wrong', async () => {
  put('empty.csv', '');
  fs.writeFileSync(Buffer.concat([Buffer.from(`${watched}/M`), Buffer.from([0xfc]), Buffer.from('ller.csv')]), 'x');
  expect(await listed(folder, connect())).toMatchObject([
    { key: 'M\ufffdller.csv', waitsFor: expect.stringContaining('not written in UTF-8') },
    { key: 'empty.csv', waitsFor: 'It is empty: it has 0 bytes.' },
  ]);
});

test('a folder outside of what may be watched is refused, however it is named', async () => {
  const elsewhere = temporaryFolder();
  fs.symlinkSync(elsewhere, path.join(root, 'link'));
  for (const at of [elsewhere, path.join(root, 'link'), `${watched}/../../`, '/', `${root}-similar`]) {
    if (at.endsWith('-similar')) fs.mkdirSync(at);
    await expect(folder.test(connect({ path: at }))).rejects.toMatchObject({
      isFinal: true,
      message: expect.stringContaining('none of the folders that the operator has opened'),
    });
    if (at.endsWith('-similar')) fs.rmdirSync(at);
  }
  await expect(folder.test(connect({}, []))).rejects.toMatchObject({ isFinal: true, message: expect.stringContaining('opened no folder') });
  await expect(folder.test(connect({ path: path.join(root, 'nowhere') }))).rejects.toMatchObject({
    isFinal: true,
    message: expect.stringContaining('does not exist'),
  });
  await expect(folder.test(connect({ path: put('file.csv', 'x') }))).rejects.toMatchObject({
    isFinal: true,
    message: expect.stringContaining('is no folder'),
  });
  expect(folder.config.safeParse({ path: 'relative/path' }).success).toBe(false);
  expect(await folder.test(connect({}, [path.join(root, 'link'), root]))).toContain('1 export');
});

test('a link is followed within the folder and never out of it', async () => {
  const secret = path.join(root, 'secret.csv');
  fs.writeFileSync(secret, 'not ours');
  fs.utimesSync(secret, longAgo, longAgo);
  put('real/bill.csv', 'x');
  fs.symlinkSync(secret, path.join(watched, 'out.csv'));
  fs.symlinkSync(root, path.join(watched, 'up'));
  fs.symlinkSync(path.join(watched, 'real/bill.csv'), path.join(watched, 'within.csv'));
  fs.symlinkSync(path.join(watched, 'nowhere.csv'), path.join(watched, 'broken.csv'));
  expect(await keys()).toEqual(['real/bill.csv', 'within.csv']);
});

test('a file that is replaced by a link out of the folder after it was listed is not read', async () => {
  const secret = path.join(root, 'secret.csv');
  fs.writeFileSync(secret, 'bills');
  const file = put('bill.csv', 'bills');
  const connection = connect();
  const delivery = await theOne(folder, connection);
  fs.rmSync(file);
  fs.symlinkSync(secret, file);
  const to = temporaryFolder();
  await expect(folder.fetch(connection, delivery, to, quiet)).rejects.toThrow('was replaced or removed');
  expect(fs.readdirSync(to).filter((name) => name.endsWith('.csv'))).toEqual([]);
});

test('a copy of an AWS report is told by its manifest here as well', async () => {
  put('acme/data/BILLING_PERIOD=2026-10/acme-00001.csv', 'x');
  put(
    'acme/metadata/BILLING_PERIOD=2026-10/acme-Manifest.json',
    JSON.stringify({ dataFiles: ['s3://bucket/acme/data/BILLING_PERIOD=2026-10/acme-00001.csv'] }),
  );
  expect(await listed(folder, connect())).toMatchObject([{ key: 'acme/data/BILLING_PERIOD=2026-10', waitsFor: null }]);
});

test('a file that cannot be read is told, where whoever runs this is not allowed everything', async () => {
  if (process.getuid?.() === 0) return;
  fs.chmodSync(put('bill.csv', 'x'), 0o000);
  await expect(folder.test(connect())).rejects.toMatchObject({ message: expect.stringContaining('may not read') });
});
