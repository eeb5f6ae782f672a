import fs from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { download, safeName } from './download';
import { clockSentence } from './network-failure';
import { temporaryFolder } from './outside.fixture';
import { retryAfterMs } from './retries';
import type { Store, StoredObject } from './store';

const object = (key: string, text: string, version = text): StoredObject => ({ key, bytes: text.length, version, changedAt: new Date(0) });

/** A store in memory whose bodies end after so many bytes, with or without an error, and that knows ranges or not. */
const store = (texts: Record<string, string>, atOnce: number, { ranges = true, isLoud = false } = {}): Store & { asked: number[] } => {
  const asked: number[] = [];
  return {
    place: 'the test',
    asked,
    page: async () => ({ objects: [], next: null }),
    read: async ({ key }, wanted) => {
      asked.push(wanted);
      const from = ranges ? wanted : 0;
      const text = texts[key] ?? '';
      async function* some() {
        yield Buffer.from(text.slice(from, from + atOnce));
        if (isLoud && from + atOnce < text.length) throw new Error('socket hang up');
      }
      return { body: Readable.from(some(), { objectMode: false }), from };
    },
    close: () => {},
  };
};
const run = (from: Store, objects: StoredObject[], folder: string, version = 'v1') =>
  download(from, objects, version, folder, new AbortController().signal, () => {});
const text = 'bills of october, in many pieces';

test.each([false, true])('a body that ends too early is gone on with until it is whole, said loudly or not (%s)', async (isLoud) => {
  const folder = temporaryFolder();
  const from = store({ 'a/b.csv': text }, 10, { isLoud });
  expect(await run(from, [object('a/b.csv', text)], folder)).toEqual(['0001-b.csv']);
  expect(fs.readFileSync(path.join(folder, '0001-b.csv'), 'utf8')).toBe(text);
  expect(from.asked).toEqual([0, 10, 20, 30]);
});

test('where ranges are not known, a body begins anew and is not put behind what is there', async () => {
  const folder = temporaryFolder();
  const once = store({ 'b.csv': text }, 20);
  const cut: Store = { ...once, read: (o, from) => (from === 0 ? once.read(o, 0) : Promise.reject(new TypeError('no'))) };
  await expect(run(cut, [object('b.csv', text)], folder)).rejects.toThrow('no');
  expect(fs.readdirSync(folder)).toContainEqual(expect.stringMatching(/\.part$/));
  const whole = store({ 'b.csv': text }, 1_000, { ranges: false });
  await run(whole, [object('b.csv', text)], folder);
  expect(whole.asked).toEqual([20]);
  expect(fs.readFileSync(path.join(folder, '0001-b.csv'), 'utf8')).toBe(text);
});

test('a body that is longer than was listed is another version, and leaves nothing', async () => {
  const folder = temporaryFolder();
  await expect(run(store({ 'b.csv': `${text} and more` }, 1_000), [object('b.csv', text)], folder)).rejects.toThrow('was replaced');
  expect(fs.readdirSync(folder)).toEqual(['.version']);
});

test('what an interrupted try of another version left is not mixed with this one, even where the sizes are the same', async () => {
  const folder = temporaryFolder();
  const objects = (version: string) => [object('a.csv', 'old', version), object('b.csv', text, version)];
  const broken: Store = {
    ...store({ 'a.csv': 'old' }, 100),
    read: async (o) => (o.key === 'a.csv' ? store({ 'a.csv': 'old' }, 100).read(o, 0) : Promise.reject(new TypeError('no'))),
  };
  await expect(run(broken, objects('1'), folder, 'v1')).rejects.toThrow();
  expect(fs.readFileSync(path.join(folder, '0001-a.csv'), 'utf8')).toBe('old');
  await run(store({ 'a.csv': 'new', 'b.csv': text }, 100), objects('2'), folder, 'v2');
  expect(fs.readFileSync(path.join(folder, '0001-a.csv'), 'utf8')).toBe('new');
  expect(fs.readdirSync(folder).sort()).toEqual(['0001-a.csv', '0002-b.csv']);
});

test.each([
  ['cur/acme-00001.csv.gz', 'acme-00001.csv.gz'],
  ['a/../../etc/passwd', 'passwd'],
  ['a/..', 'file'],
  ['bill[1]*.csv', 'bill_1_.csv'],
  ['.hidden.csv', 'hidden.csv'],
  ['Rechnung März\u0000\n$(rm).csv', 'Rechnung_M_rz_rm_.csv'],
  [`${'x'.repeat(300)}.csv`, `${'x'.repeat(116)}.csv`],
])('%s becomes a name that holds no path', (key, name) => {
  expect(safeName(key)).toBe(name);
});

test('a pause is read in seconds or as a date; a clock is told when it is far away', () => {
  const now = new Date('2026-11-21T12:00:00Z');
  expect(retryAfterMs('7', now)).toBe(7_000);
  expect(retryAfterMs('Sat, 21 Nov 2026 12:00:30 GMT', now)).toBe(30_000);
  expect(retryAfterMs('soon', now)).toBeNull();
  expect(clockSentence('Sat, 21 Nov 2026 12:04:00 GMT', now)).toBe('');
  expect(clockSentence('Sat, 21 Nov 2026 12:14:00 GMT', now)).toContain('14 minutes behind');
  expect(clockSentence('Wed, 18 Nov 2026 12:00:00 GMT', now)).toContain('3 days ahead of');
});
