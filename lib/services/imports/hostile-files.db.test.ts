import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import type { ImportResult } from '../../core/imports/result';
import { costsByGroup } from '../../db/queries/costs-by-group';
import { listImports } from '../../db/records/imports';
import { query, sql } from '../../db/sql';
import { env } from '../../env';
import { makeActor, scratch, writeFile } from '../../runtime/test-database';
import { focusColumns, focusFile, focusHeader, focusRow } from './focus.fixture';
import { importPath } from './import-path';
import { rejectFile } from './rejects';
import { zipOf } from './zip.fixture';

interface Outcome {
  result: ImportResult;
  name: string;
  actor: Actor;
}
interface RejectRow {
  line: string;
  column: string;
  reason: string;
  original: string;
}

/** Imports a file into an organisation of its own. */
async function bring(name: string, content: string | Buffer, choices = {}): Promise<Outcome> {
  return bringPath(writeFile(name, content), choices);
}
async function bringPath(file: string, choices = {}): Promise<Outcome> {
  const actor = await makeActor();
  return { result: await importPath(actor, file, choices), name: path.basename(file), actor };
}

async function rejectsOf({ actor }: Outcome): Promise<RejectRow[]> {
  const [made] = await listImports(actor.organizationId, 1);
  const file = rejectFile(made?.id ?? 0);
  return fs.existsSync(file) ? parse(fs.readFileSync(file), { columns: true }) : [];
}
const places = (rejects: readonly RejectRow[]) => rejects.map((r) => [Number(r.line), r.column, r.reason]);

/** Lines of the stored charges, in their order. */
const linesOf = async ({ actor }: Outcome) =>
  (
    await query<{ line: bigint }>(
      actor.organizationId,
      sql`select line from charge where organization_id = ${actor.organizationId} order by line`,
    )
  ).map((r) => Number(r.line));

const shown = async ({ actor }: Outcome) =>
  (await costsByGroup(actor.organizationId, { groupBy: [], from: '2000-01-01', to: '2100-01-01' })).map(
    (c) => `${Number(c.billed)} ${c.currency}`,
  );

async function nothingIsThere({ actor }: Outcome): Promise<void> {
  const [n] = await query<{ loads: number; charges: number }>(
    actor.organizationId,
    sql`select (select count(*)::int from load where organization_id = ${actor.organizationId}) as loads,
               (select count(*)::int from charge where organization_id = ${actor.organizationId}) as charges`,
  );
  expect(n).toEqual({ loads: 0, charges: 0 });
  expect(fs.readdirSync(path.join(env().HEADROOM_HOME, 'scratch'))).toEqual([]);
}

/** Refused with a sentence that names the file and says this, and nothing of it landed. */
async function isRefused(outcome: Outcome, ...says: (string | RegExp)[]): Promise<void> {
  const { result, name } = outcome;
  expect(result).toMatchObject({ outcome: 'refused', accepted: 0, loads: [] });
  expect(result.reason).toContain(name);
  for (const s of says) expect(result.reason).toMatch(s);
  await nothingIsThere(outcome);
}

async function lands(outcome: Outcome, accepted: number, rejected = 0): Promise<void> {
  expect(outcome.result).toMatchObject({
    outcome: rejected ? 'imported-with-rejects' : 'imported',
    accepted,
    rejected,
    rows: accepted + rejected + outcome.result.skipped,
  });
  if (accepted) expect(await shown(outcome)).toEqual(outcome.result.billed.map((b) => `${Number(b.amount)} ${b.currency}`));
}

const rows = (n: number) => Array.from({ length: n }, (_, i) => focusRow({ ServiceName: `Service ${i % 3}` }));

describe('files that hold nothing', () => {
  test('an empty file', async () => isRefused(await bring('empty.csv', ''), /is empty/));
  test('blank lines only', async () => isRefused(await bring('blank.csv', '\n\r\n\n'), /is empty/));
  test('an empty gzip file', async () => isRefused(await bring('empty.csv.gz', gzipSync('')), /is empty/));
  test('an empty zip', async () => isRefused(await bring('empty.zip', zipOf()), /without a file in it/));
  test('a header alone is imported with no rows', async () => {
    const outcome = await bring('header.csv', `${focusHeader}\n`);
    expect(outcome.result).toMatchObject({ outcome: 'imported', rows: 0, accepted: 0, rejected: 0, loads: [] });
    await nothingIsThere(outcome);
  });
});

describe('files of another kind', () => {
  test('columns that nobody knows are named, and the nearest format', async () =>
    isRefused(await bring('people.csv', 'name,age,city\nAnn,30,Oslo\n'), /name, age, city/, /Nearest is/));
  test('text without a delimiter', async () => isRefused(await bring('letter.csv', 'Dear all\nplease find\n'), /line 1/, /no columns/));
  test('a semicolon is a delimiter', async () => {
    const file = [focusColumns.join(';'), ...[1, 2].map(() => focusRow({ Tags: '{"a": "x;y"}' }, ';'))].join('\n');
    await lands(await bring('semicolon.csv', file), 2);
  });
  test('UTF-16', async () => {
    const text = Buffer.from(`\ufeff${focusFile(rows(2))}`, 'utf16le');
    await isRefused(await bring('utf16.csv', text), /UTF-16/, /CSV UTF-8/);
    await isRefused(await bring('utf16be.csv', text.swap16()), /UTF-16/);
  });
  test('binary data', async () => isRefused(await bring('picture.csv', randomBytes(5_000)), /binary|no columns|longer/));
  test('JSON of nobody', async () => isRefused(await bring('data.json', '{"hello": [1, 2]}'), /JSON/));
  test('JSON that ends in the middle', async () => isRefused(await bring('data.json', '{"object": "page", "data": ['), /no valid JSON/));
  test('a missing column is named', async () =>
    isRefused(await bring('no-cost-day.csv', focusFile(rows(2)).replace('ChargePeriodStart', 'Begin')), /no column chargeperiodstart/));
});

describe('rows that cannot be kept', () => {
  test('3 bad rows of 1,000: 997 are kept, and the totals add up', async () => {
    const lines = rows(1000);
    lines[9] = focusRow({ BilledCost: 'many' });
    lines[499] = lines[499]?.split(',').slice(0, 5).join(',') ?? '';
    lines[999] = focusRow({ ChargePeriodStart: 'yesterday' });
    const outcome = await bring('bill.csv', focusFile(lines));
    await lands(outcome, 997, 3);
    expect(outcome.result.billed).toEqual([{ currency: 'USD', amount: String(997 * 1.5) }]);
    expect(places(await rejectsOf(outcome))).toEqual([
      [11, 'BilledCost', 'BilledCost "many" is no plain number'],
      [501, '', '5 fields, header has 11'],
      [1001, 'ChargePeriodStart', 'ChargePeriodStart is no date, or is empty'],
    ]);
    expect(outcome.result.reason).toBe(`3 rows were rejected. ${outcome.name}, line 11: BilledCost "many" is no plain number.`);
    expect(await linesOf(outcome)).toEqual(Array.from({ length: 1000 }, (_, i) => i + 2).filter((l) => ![11, 501, 1001].includes(l)));
  });

  test('too short, too long, not UTF-8, text behind a quote: each with its line and its text', async () => {
    const bad = Buffer.from(`${focusRow({ ServiceName: 'Caf?' })}\n`);
    bad[bad.indexOf('?')] = 0xe9;
    const long = `${focusRow()},more,still more`;
    const file = Buffer.concat([
      Buffer.from(focusFile([focusRow(), '1.5,1.5', long])),
      bad,
      Buffer.from(`${focusRow()}\n${focusRow().replace('Usage', '"Usage"!')}\n${focusRow()}\n`),
    ]);
    const outcome = await bring('torn.csv', file);
    await lands(outcome, 3, 4);
    const rejects = await rejectsOf(outcome);
    expect(places(rejects)).toEqual([
      [3, '', '2 fields, header has 11'],
      [4, '', '13 fields, header has 11'],
      [5, '', 'not valid UTF-8'],
      [7, '', 'text follows a closing quote'],
    ]);
    expect(rejects.map((r) => r.original)).toEqual([
      '1.5,1.5',
      long,
      bad.toString('utf8').trimEnd(),
      focusRow().replace('Usage', '"Usage"!'),
    ]);
    expect(await linesOf(outcome)).toEqual([2, 6, 8]);
  });

  test.each([
    'abc',
    '1,5',
    '1.234,50',
    '$5',
    '5 USD',
    'NaN',
    'Infinity',
    '-inf',
    '1e999',
    '0x1F',
    '1e',
    '--1',
    '(5.00)',
    "1'; drop table load; --",
  ])('%s is no amount', async (amount) => {
    const outcome = await bring('amounts.csv', focusFile([focusRow(), focusRow({ BilledCost: amount })]));
    await lands(outcome, 1, 1);
    expect(places(await rejectsOf(outcome))).toEqual([[3, 'BilledCost', `BilledCost "${amount}" is no plain number`]]);
  });

  test.each(['1e3', '-0.000000000000000000000000000000123456789', '+5', '.5', '7.', '12345678901234567890123456789012345678.9', '4.0E-7'])(
    '%s is an amount, and exact to its last digit',
    async (amount) => {
      const outcome = await bring('amounts.csv', focusFile([focusRow({ BilledCost: amount })]));
      await lands(outcome, 1);
      const [stored] = await query<{ same: boolean }>(
        outcome.actor.organizationId,
        sql`select billed_cost = ${amount}::numeric as same from charge where organization_id = ${outcome.actor.organizationId}`,
      );
      expect(stored).toEqual({ same: true });
    },
  );

  test.each([
    ['ChargePeriodStart', '1999-12-31T00:00:00Z', 'is outside the years 2000 to 2099'],
    ['ChargePeriodStart', '2100-01-01T00:00:00Z', 'is outside the years 2000 to 2099'],
    ['ChargePeriodStart', '2026-02-30T00:00:00Z', 'is no date, or is empty'],
    ['ChargePeriodStart', '2026-13-01', 'is no date, or is empty'],
    ['ChargePeriodStart', '', 'is no date, or is empty'],
    ['ChargePeriodEnd', '2026-08-02T00:00:00Z', 'lies before ChargePeriodStart'],
    ['ChargePeriodEnd', '2026-08-04T25:00:00Z', 'is no date'],
    ['BillingPeriodStart', '0001-01-01T00:00:00Z', 'is outside the years 2000 to 2099'],
    ['BillingPeriodStart', '12026-01-01T00:00:00Z', 'is outside the years 2000 to 2099'],
    ['BillingCurrency', 'dollars!', 'is no currency code'],
    ['BillingCurrency', '', 'is empty'],
    ['BilledCost', '', 'is empty'],
    ['ChargeCategory', 'Gift', 'is none of Usage'],
    ['BillingAccountId', 'x'.repeat(501), 'is longer than 500 characters'],
  ] as const)('%s %j %s', async (column, value, reason) => {
    const outcome = await bring('cells.csv', focusFile([focusRow(), focusRow({ [column]: value }), focusRow()]));
    await lands(outcome, 2, 1);
    const [reject] = await rejectsOf(outcome);
    expect(reject).toMatchObject({ line: '3', column });
    expect(reject?.reason).toContain(reason);
  });

  test('when no row can be kept the file is refused, with its first line and column', async () =>
    isRefused(
      await bring('all-bad.csv', focusFile([focusRow({ BilledCost: 'x' }), focusRow({ BilledCost: 'y' })])),
      /line 2/,
      /BilledCost "x"/,
    ));

  test('formulas in the file of rejects are made harmless', async () => {
    const line = focusRow().replace('1.5', '=HYPERLINK("http://x")').replaceAll('"', '');
    const outcome = await bring('formula.csv', focusFile([focusRow(), line, focusRow({ BilledCost: '@SUM(A1)' })]));
    await lands(outcome, 1, 2);
    for (const r of await rejectsOf(outcome)) for (const cell of Object.values(r)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    expect((await rejectsOf(outcome))[0]?.original).toBe(`'${line}`);
  });

  test('100,000 torn rows of many columns cost neither memory nor minutes', async () => {
    const wide = [...focusColumns, ...Array.from({ length: 60 }, (_, i) => `x_Extra${i}`)];
    const good = focusRow() + ','.repeat(60);
    const lines = Array.from({ length: 100_010 }, (_, i) => (i % 10_001 === 0 ? good : '1,2'));
    const before = process.resourceUsage().maxRSS;
    const outcome = await bring('torn.csv', [wide.join(','), ...lines].join('\n'));
    await lands(outcome, 10, 100_000);
    expect((await rejectsOf(outcome)).length).toBe(10_000);
    expect((process.resourceUsage().maxRSS - before) / 1024).toBeLessThan(600);
    expect((await linesOf(outcome))[1]).toBe(10_003);
  }, 30_000);
});

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

test('two currencies in one file are kept apart', async () => {
  const outcome = await bring(
    'two.csv',
    focusFile([focusRow(), focusRow({ BillingCurrency: 'EUR', BilledCost: '10' }), focusRow({ BillingCurrency: 'eur' })]),
  );
  await lands(outcome, 3);
  expect(outcome.result.billed).toEqual([
    { currency: 'EUR', amount: '11.5' },
    { currency: 'USD', amount: '1.5' },
  ]);
});

test('rows with and without an account in one file all count', async () => {
  const outcome = await bring(
    'accounts.csv',
    focusFile([focusRow(), focusRow({ BillingAccountId: '' }), focusRow({ BillingAccountId: 'account-2' })]),
  );
  await lands(outcome, 3);
  expect(outcome.result.loads.length).toBe(3);
});
