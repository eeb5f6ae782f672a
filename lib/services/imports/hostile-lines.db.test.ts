import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { query, sql } from '../../db/sql';
import { scratch } from '../../runtime/test-database';
import { focusColumns, focusFile, focusHeader, focusRow } from './focus.fixture';
import { bring, bringPath, isRefused, lands, linesOf, places, rejectsOf, rows } from './hostile.fixture';
import { zipOf } from './zip.fixture';

describe('lines', () => {
  test.each([
    ['CRLF', '\r\n'],
    ['CR', '\r'],
    ['LF', '\n'],
  ])('%s ends a line', async (_, end) => {
    const outcome = await bring('ends.csv', focusFile([focusRow(), focusRow({ BilledCost: 'x' }), focusRow()], end));
    await lands(outcome, 2, 1);
    expect(places(await rejectsOf(outcome))[0]?.[0]).toBe(3);
    expect(await linesOf(outcome)).toEqual([2, 4]);
  });

  test.each([
    ['\r\n', '\n'],
    ['\n', '\r\n'],
    ['\n', '\r'],
    ['\r', '\n'],
    ['\r\n', '\r'],
  ])('a file that begins with %j and goes on with %j loses no row', async (first, then) => {
    const outcome = await bring(
      'mixed.csv',
      focusFile(rows(3), first) + [focusRow(), focusRow({ BilledCost: 'x' }), focusRow()].map((l) => l + then).join(''),
    );
    await lands(outcome, 5, 1);
    expect(places(await rejectsOf(outcome))[0]?.[0]).toBe(6);
    expect(await linesOf(outcome)).toEqual([2, 3, 4, 5, 7]);
  });

  test('a line break of another kind inside of quotes is part of the cell', async () => {
    for (const [end, inside] of [
      ['\n', '\r\n'],
      ['\n', '\r'],
      ['\r\n', '\n'],
    ] as const) {
      const outcome = await bring('cells.csv', focusFile([focusRow({ Tags: `a${inside}b` }), focusRow()], end));
      await lands(outcome, 2);
      const [stored] = await query<{ tags: string }>(
        outcome.actor.organizationId,
        sql`select tags from charge_profile where organization_id = ${outcome.actor.organizationId} and tags is not null`,
      );
      expect(stored).toEqual({ tags: `a${inside}b` });
    }
  });

  test('blank lines, also before the header, and cells of several lines do not shift a line number', async () => {
    const file = [
      '',
      '',
      focusHeader,
      focusRow({ Tags: 'one\ntwo\nthree' }),
      '',
      focusRow(),
      focusRow({ BilledCost: 'x', Tags: 'a\nb' }),
      '1,2',
      '',
      focusRow(),
      '',
    ].join('\n');
    const outcome = await bring('multi.csv', file);
    await lands(outcome, 3, 2);
    expect(places(await rejectsOf(outcome)).map((p) => p[0])).toEqual([9, 11]);
    expect((await rejectsOf(outcome))[0]?.original).toBe(focusRow({ BilledCost: 'x', Tags: 'a\nb' }));
    expect(await linesOf(outcome)).toEqual([4, 8, 13]);
  });

  test('cells of several lines are counted where nothing is rejected, too', async () => {
    const outcome = await bring('multi.csv', focusFile([focusRow({ Tags: 'one\ntwo' }), focusRow(), focusRow()]));
    await lands(outcome, 3);
    expect(await linesOf(outcome)).toEqual([2, 4, 5]);
  });

  test('every member of a zip counts its own lines', async () => {
    const zip = zipOf(
      { name: 'a.csv', data: focusFile([focusRow(), '1,2', focusRow()]) },
      { name: 'b.csv', data: focusFile([focusRow({ BilledCost: '2.5' }), focusRow({ BilledCost: 'x' }), focusRow()]) },
    );
    const outcome = await bring('two.zip', zip);
    await lands(outcome, 4, 2);
    expect(places(await rejectsOf(outcome))).toEqual([
      [3, '', `2 fields, header has 11 (${outcome.name} › a.csv)`],
      [3, 'BilledCost', `BilledCost "x" is no plain number (${outcome.name} › b.csv)`],
    ]);
    expect(await linesOf(outcome)).toEqual([2, 2, 4, 4]);
  });

  test('lines stay exact where DuckDB reads in parallel', async () => {
    const lines: string[] = [];
    const [kept, bad]: [number[], number[]] = [[], []];
    let line = 2;
    for (let i = 0; i < 120_000; i++) {
      const [isTorn, isBad, isLong] = [i % 9_973 === 5, i % 7_919 === 11, i % 13 === 0];
      const text = isTorn
        ? '1,2,3'
        : focusRow({
            ServiceName: `Service ${i % 7}`,
            Tags: isLong ? `${'note, '.repeat(30)}\n${i}\n"x"` : '',
            ...(isBad && { BilledCost: 'x' }),
          });
      lines.push(text);
      (isTorn || isBad ? bad : kept).push(line);
      line += text.split('\n').length;
    }
    const outcome = await bring('large.csv', focusFile(lines));
    await lands(outcome, kept.length, bad.length);
    expect(places(await rejectsOf(outcome)).map((p) => p[0])).toEqual(bad);
    expect(await linesOf(outcome)).toEqual(kept);
  });

  test('lines of a quoted cell that look like rows never become rows', async () => {
    const text = `${focusRow({ BilledCost: '1000000' })}\n`.repeat(40_000); // wider than what one thread reads at a time
    const file = focusFile([...rows(60_000), focusRow({ Tags: text }), ...rows(30_000)]);
    const outcome = await bring('phantom.csv', file);
    await lands(outcome, 90_001);
    expect(outcome.result.billed).toEqual([{ currency: 'USD', amount: String(90_001 * 1.5) }]);
  });
});

describe('quotes', () => {
  test('a quote that is not closed in the last row costs that row', async () => {
    const outcome = await bring('quote.csv', `${focusFile(rows(3))}${focusRow().replace('Usage', '"Usage')}\n`);
    await lands(outcome, 3, 1);
    expect(places(await rejectsOf(outcome))).toEqual([[5, '', 'a quote is opened and not closed']]);
  });
  test('a quote that swallows the rest of the file is a reason to refuse it, with its line', async () =>
    isRefused(
      await bring('quote.csv', focusFile([focusRow(), focusRow().replace('Usage', '"Usage'), ...rows(50)])),
      /line 3/,
      /never closed/,
    ));
  test('a quote in the middle of a cell is part of it', async () => {
    const outcome = await bring('inches.csv', focusFile([focusRow().replace('Virtual Machines', '19" rack')]));
    await lands(outcome, 1);
  });
});

describe('names and values that look like code', () => {
  const evil = `x"; drop table load; --'); select * from read_text('/etc/passwd`;
  test('in column names', async () => {
    const file = `${focusHeader},"${evil.replaceAll('"', '""')}",resourceTags/it's,{{x}}\n${focusRow()},1,2,3\n`;
    await lands(await bring('names.csv', file), 1);
  });
  test('in cells', async () => {
    const outcome = await bring(
      'cells.csv',
      focusFile([focusRow({ ServiceName: evil, BillingAccountId: evil, ProviderName: evil, Tags: `{"team":"${evil}"}` })]),
    );
    await lands(outcome, 1);
    const [stored] = await query<{ a: string; s: string }>(
      outcome.actor.organizationId,
      sql`select billing_account_id as a, service_name as s from charge_profile where organization_id = ${outcome.actor.organizationId}`,
    );
    expect(stored).toEqual({ a: evil, s: evil });
  });
  test('in file names', async () => {
    for (const name of [`it's "a"; drop.csv`, 'bill (1).csv', '$(touch x).csv', '%s\u202efdp.csv', '-rf.csv'])
      await lands(await bring(name, focusFile(rows(2))), 2);
  });
  test('a name that looks like a pattern reads that file and no other', async () => {
    for (const n of ['1', '2', 'x']) fs.writeFileSync(path.join(scratch, `bill${n}.csv`), focusFile([focusRow({ BilledCost: '1000' })]));
    for (const name of ['bill[12].csv', 'bill*.csv', 'bill?.csv', 'bill{1,2}.csv']) {
      const file = path.join(scratch, name);
      fs.writeFileSync(file, focusFile([focusRow({ BilledCost: '7' })]));
      const outcome = await bringPath(file);
      await lands(outcome, 1);
      expect(outcome.result.billed).toEqual([{ currency: 'USD', amount: '7' }]);
    }
  });
  test('a NUL in a cell is refused, with its line', async () => {
    const late = focusFile([...rows(15_000), focusRow({ ServiceName: 'a\0b' })]); // behind what the first look sees
    const outcome = await bring('nul.csv', late);
    expect(late.length).toBeGreaterThan(1024 ** 2);
    await isRefused(outcome, /line 15002/, /NUL/);
  });
});

describe('headers', () => {
  test('of two columns with one name the first that is filled counts', async () => {
    await lands(await bring('twice.csv', `${focusHeader},BilledCost,Tags\n${focusRow()},99,x\n${focusRow({ BilledCost: '' })},2.5,\n`), 2);
  });
  test('10,000 columns', async () => {
    const names = [...focusColumns, ...Array.from({ length: 10_000 }, (_, i) => `x_${i}`)];
    await isRefused(await bring('wide.csv', `${names.join(',')}\n${focusRow()}${','.repeat(10_000)}\n`), /10011 columns/, /2000/);
  });
  test('a header of many lines and a byte order mark', async () => {
    const outcome = await bring('bom.csv', `\ufeff${focusHeader},"x_\nNote"\n${focusRow()},1\n${focusRow()},2\n`);
    await lands(outcome, 2);
    expect(await linesOf(outcome)).toEqual([3, 4]);
  });
});
