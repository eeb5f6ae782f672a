import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeActor, scratch, writeFile } from '../../runtime/test-database';
import { focusFile, focusRow } from './focus.fixture';
import { bring, bringPath, isRefused, lands, linesOf, places, rejectsOf, rows } from './hostile.fixture';
import { importPath } from './import-path';
import { zipOf } from './zip.fixture';

describe('files that are too large for what they are', () => {
  const MB = 1024 ** 2;
  const write = (name: string, parts: Iterable<string | Buffer>) => {
    const file = writeFile(name, '');
    const handle = fs.openSync(file, 'w');
    for (const part of parts) fs.writeSync(handle, part as string);
    fs.closeSync(handle);
    return file;
  };
  function* repeat(part: string, times: number) {
    for (let i = 0; i < times; i++) yield part;
  }
  // what the engine takes at its first file is not the large one's
  beforeAll(async () => lands(await bring('small.csv', focusFile(rows(1))), 1));

  /** Runs it and returns by how many MB the process grew past its peak. */
  async function growth(work: () => Promise<void>): Promise<number> {
    const before = process.resourceUsage().maxRSS;
    await work();
    return (process.resourceUsage().maxRSS - before) / 1024;
  }

  test('a line of 300 MB is refused at its first megabyte', async () => {
    const file = write('line.csv', repeat('x'.repeat(MB), 300));
    expect(await growth(async () => isRefused(await bringPath(file), /line 1/, /longer than 1.0 MB/))).toBeLessThan(100);
    fs.rmSync(file);
  });

  test('a second line of 300 MB is one rejected row, and takes no memory', async () => {
    const file = write('line.csv', [focusFile([focusRow()]), ...repeat('x'.repeat(MB), 300), `\n${focusRow()}\n`]);
    const grown = await growth(async () => {
      const outcome = await bringPath(file);
      await lands(outcome, 2, 1);
      expect(places(await rejectsOf(outcome))).toEqual([[3, '', 'the row is longer than 8.4 MB']]);
      expect(await linesOf(outcome)).toEqual([2, 4]);
    });
    expect(grown).toBeLessThan(700);
    fs.rmSync(file);
  });

  test('a cell of 100 MB in quotes, with 100,000 lines in it', async () => {
    const [before, after] = focusRow({ Tags: '?,' }).split('?') as [string, string];
    const file = write('cell.csv', [
      focusFile([focusRow()]),
      before,
      ...repeat(`${'y'.repeat(999)}\n`, 100_000),
      after,
      `\n${focusRow()}\n`,
    ]);
    const grown = await growth(async () => {
      const outcome = await bringPath(file);
      await lands(outcome, 2, 1);
      expect(places(await rejectsOf(outcome))).toEqual([[3, '', 'the row is longer than 8.4 MB']]);
      expect(await linesOf(outcome)).toEqual([2, 100_004]);
    });
    expect(grown).toBeLessThan(700);
    fs.rmSync(file);
  });

  test('a gzip bomb of zeros', async () => {
    const zeros = gzipSync(Buffer.alloc(64 * MB));
    await isRefused(
      await bring('bomb.csv.gz', Buffer.concat(Array.from({ length: 32 }, () => zeros)) /* 2 GB */),
      /grows more than 250 times/,
    );
  });

  test('a gzip bomb of rows that are all in order', async () => {
    const lines = gzipSync(`${focusRow()}\n`.repeat((64 * MB) / (focusRow().length + 1)));
    const bomb = Buffer.concat([gzipSync(focusFile([])), ...Array.from({ length: 8 }, () => lines)]);
    await isRefused(await bring('bomb.csv.gz', bomb), /grows more than 250 times/);
  });

  test('a zip bomb', async () =>
    isRefused(await bring('bomb.zip', zipOf({ name: 'zeros.csv', data: Buffer.alloc(300 * MB) })), /grows more than 250 times/));

  test('a zip that lies about a size', async () =>
    isRefused(await bring('liar.zip', zipOf({ name: 'bill.csv', data: focusFile(rows(100)), claimedSize: 10 })), /damaged zip/));

  test('a zip of too many files', async () =>
    isRefused(
      await bring('many.zip', zipOf(...Array.from({ length: 2_001 }, (_, i) => ({ name: `${i}.csv`, data: 'x' })))),
      /2001 files/,
      /2000/,
    ));
});

describe('archives', () => {
  test('a path that leaves the archive', async () => {
    for (const name of ['../../evil.csv', '/etc/evil.csv', 'a/../../evil.csv', 'C:\\evil.csv'])
      await isRefused(await bring('paths.zip', zipOf({ name, data: focusFile(rows(1)) })), /leaves the archive|damaged/);
  });
  test('a password', async () =>
    isRefused(await bring('locked.zip', zipOf({ name: 'bill.csv', data: focusFile(rows(1)), flags: 1 })), /password/));
  test('a zip inside of a zip', async () => {
    const inner = zipOf({ name: 'bill.csv', data: focusFile(rows(1)) });
    await isRefused(await bring('outer.zip', zipOf({ name: 'inner.zip', data: inner })), /inner\.zip is a zip inside of a zip/);
  });
  test('two formats in one zip', async () => {
    const other = 'start_time,end_time,start_time_iso,end_time_iso,amount_value,amount_currency,line_item\n1,2,3,4,5,usd,x\n';
    await isRefused(
      await bring('mixed.zip', zipOf({ name: 'a.csv', data: focusFile(rows(1)) }, { name: 'b.csv', data: other })),
      /mixes formats/,
      /b\.csv/,
    );
  });
  test('a damaged member is named', async () => {
    await isRefused(
      await bring('two.zip', zipOf({ name: 'a.csv', data: focusFile(rows(1)) }, { name: 'b.csv', data: '' })),
      /b\.csv is empty/,
    );
  });
  test('folders and what a Mac leaves behind are passed over', async () => {
    const zip = zipOf(
      { name: 'bills/', data: '' },
      { name: '__MACOSX/bills/._a.csv', data: 'x' },
      { name: 'bills/a.csv.gz', data: gzipSync(focusFile(rows(4))) },
    );
    await lands(await bring('mac.zip', zip), 4);
  });
  test('a gzip file that ends in the middle, and one that is damaged', async () => {
    const whole = gzipSync(focusFile(Array.from({ length: 500 }, () => focusRow({ ServiceName: randomBytes(9).toString('hex') }))));
    await isRefused(await bring('cut.csv.gz', whole.subarray(0, whole.length / 2)), /cut short/);
    const damaged = Buffer.from(whole);
    damaged.fill(0x55, 2_000, 2_100);
    await isRefused(await bring('damaged.csv.gz', damaged), /damaged gzip/);
  });
  test('a zip that ends in the middle', async () => {
    const whole = zipOf({ name: 'bill.csv', data: focusFile(rows(500)) });
    await isRefused(await bring('cut.zip', whole.subarray(0, whole.length - 30)), /damaged zip/);
  });
});

describe('Parquet', () => {
  async function parquet(select = `select * from read_csv('?', all_varchar = true)`): Promise<Buffer> {
    const csv = writeFile(
      'bill.csv',
      focusFile(Array.from({ length: 3_000 }, (_, i) => focusRow({ ServiceName: randomBytes(6).toString('hex'), BilledCost: `${i}.25` }))),
    );
    const duck = await (await DuckDBInstance.create(':memory:')).connect();
    await duck.run(`copy (${select.replace('?', csv)}) to '${csv}.parquet' (format parquet)`);
    duck.closeSync();
    return fs.readFileSync(`${csv}.parquet`);
  }
  test('a whole one lands, and its rows count from 1', async () => {
    const outcome = await bring('bill.parquet', await parquet());
    await lands(outcome, 3_000);
    expect((await linesOf(outcome)).slice(0, 2)).toEqual([1, 2]);
  });
  test('bad rows are named by their number', async () => {
    const bad = `select * replace (case when BilledCost = '7.25' then 'x' else BilledCost end as BilledCost) from read_csv('?', all_varchar = true)`;
    const outcome = await bring('bill.parquet', await parquet(bad));
    await lands(outcome, 2_999, 1);
    expect(places(await rejectsOf(outcome))[0]?.[0]).toBe(8);
  });
  test('one that was cut short', async () => {
    const whole = await parquet();
    await isRefused(await bring('cut.parquet', whole.subarray(0, whole.length / 2)), /cut short/);
  });
  test('one that is damaged in its pages or in its footer', async () => {
    const whole = await parquet();
    const [pages, footer] = [Buffer.from(whole), Buffer.from(whole)];
    pages.fill(0xff, 500, 9_000);
    footer.fill(0xff, whole.length - 600, whole.length - 100);
    for (const damaged of [pages, footer]) await isRefused(await bring('damaged.parquet', damaged), /Parquet/);
  });
});

describe('paths', () => {
  test('a folder, and a file that is not there', async () => {
    const actor = await makeActor();
    fs.mkdirSync(path.join(scratch, 'folder.csv'));
    expect(await importPath(actor, path.join(scratch, 'folder.csv'), {})).toMatchObject({
      outcome: 'refused',
      reason: expect.stringContaining('folder.csv holds no file'),
    });
    expect(await importPath(actor, path.join(scratch, 'gone.csv'), {})).toMatchObject({
      outcome: 'refused',
      reason: expect.stringContaining('gone.csv does not exist'),
    });
    expect(await importPath(actor, '/dev/zero', {})).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('no file') });
  });
  test('a symbolic link is followed', async () => {
    const link = path.join(scratch, 'link.csv');
    fs.mkdirSync(path.join(scratch, 'elsewhere'));
    fs.writeFileSync(path.join(scratch, 'elsewhere', 'bill.csv'), focusFile(rows(3)));
    fs.symlinkSync(path.join(scratch, 'elsewhere', 'bill.csv'), link);
    await lands(await bringPath(link), 3);
  });
});
