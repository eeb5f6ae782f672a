import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { query, sql } from '../../db/sql';
import { focusColumns, focusFile, focusHeader, focusRow } from './focus.fixture';
import { bring, isRefused, lands, linesOf, nothingIsThere, places, rejectsOf, rows } from './hostile.fixture';
import { zipOf } from './zip.fixture';

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
