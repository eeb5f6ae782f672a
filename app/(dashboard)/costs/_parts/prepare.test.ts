import Big from 'big.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { othersKey } from '@/components/charts/colour';
import type { CostAnswer } from '@/lib/client/costs';
import { exploreMarks } from '@/lib/core/explore/measures';
import { amounts, dimensions, times } from '@/lib/core/focus/columns';
import { columnGroups } from './charge-groups';
import { groupsCsv } from './groups-file';
import { prepareCharge } from './prepare-charge';
import { chartLook, chartPoints, drawnFirst, prepareGroups, sentence } from './prepare-groups';

interface Row {
  value: string | null;
  currency: string;
  current: string | null;
  previous: string | null;
  tokens: string | null;
  charges: number;
}
const name = ([value]: readonly (string | null)[]) => value ?? 'No team tag';
const row = (value: string | null, current: string | null, more: Partial<Row> = {}): Row => ({
  value,
  currency: 'USD',
  current,
  previous: null,
  tokens: null,
  charges: 1,
  ...more,
});
const add = (list: readonly (string | null)[]) => list.reduce((sum, a) => sum.plus(a ?? 0), new Big(0)).toFixed();

/** An answer whose groups are these rows and whose totals are their sums. */
function answerOf(rows: readonly Row[]): Pick<CostAnswer, 'groups' | 'totals' | 'unpriced' | 'drawn'> {
  const sum = (list: readonly (string | null)[]) => (list.every((a) => a === null) ? null : add(list));
  return {
    groups: rows.map(({ value, current, ...r }) => ({ values: [value], amount: current, unit: null, ...r })),
    totals: [...new Set(rows.map((r) => r.currency))].map((currency) => {
      const own = rows.filter((r) => r.currency === currency);
      return {
        currency,
        unit: null,
        amount: sum(own.map((r) => r.current)),
        previous: sum(own.map((r) => r.previous)),
        tokens: sum(own.map((r) => r.tokens)),
        charges: own.reduce((n, r) => n + r.charges, 0),
        groups: own.length,
      };
    }),
    unpriced: [],
    drawn: rows.filter((r) => r.current !== null).map((r) => ({ values: [r.value], currency: r.currency, unit: null })),
  };
}
const prepared = (rows: readonly Row[]) => prepareGroups(answerOf(rows), 'effective', name);

test('a section adds up to its rows, to the last digit, and never to those of another currency', () => {
  const someRows = fc.array(
    fc.record({
      value: fc.constantFrom('a', 'b', 'c', null),
      currency: fc.constantFrom('USD', 'EUR'),
      current: fc.option(fc.integer({ min: -1e6, max: 1e9 }).map((n) => new Big(n).div(1e6).toFixed())),
      previous: fc.constant(null),
      tokens: fc.constant(null),
      charges: fc.integer({ min: 0, max: 9 }),
    }),
  );
  fc.assert(
    fc.property(someRows, (rows) => {
      for (const section of prepared(rows)) {
        const own = rows.filter((r) => r.currency === section.currency).map((r) => r.current);
        expect(add([section.current])).toBe(add(own));
        expect(add(section.lines.map((l) => l.current))).toBe(add(own));
      }
    }),
  );
});

test('the currency with most charges leads, the one asked for is drawn first', () => {
  const sections = prepared([row('a', '1', { currency: 'EUR' }), row('a', '1', { charges: 5 })]);
  expect(sections.map((s) => s.currency)).toEqual(['USD', 'EUR']);
  expect(drawnFirst(sections, 'EUR').map((s) => s.currency)).toEqual(['EUR', 'USD']);
  expect(drawnFirst(sections, 'XXX').map((s) => s.currency)).toEqual(['USD', 'EUR']);
});

test('a group that is gone costs zero, one without a cost in this measure has none', () => {
  const [section] = prepared([
    row('gone', null, { previous: '5', charges: 0 }),
    row('other measure', null, { charges: 3 }),
    row('never', null, { charges: 0 }),
  ]);
  expect(section?.lines.map((l) => [l.label, l.current, l.isGone])).toEqual([
    ['gone', '0', true],
    ['other measure', null, false],
  ]);
});

test('shares stand only where they add up to a whole', () => {
  const [plain] = prepared([row('a', '75'), row(null, '25')]);
  expect(plain?.lines.map((l) => [l.label, l.share, l.width])).toEqual([
    ['a', '75.0 %', 75],
    ['No team tag', '25.0 %', 25],
  ]);
  const [credits] = prepared([row('a', '75'), row('credit', '-25')]);
  expect(credits?.lines.map((l) => l.share)).toEqual([null, null]);
});

test('the sentence names what has a name', () => {
  const [section] = prepared([row(null, '75'), row('a', '25')]);
  const period = { from: '2026-11-01', to: '2026-11-21' };
  expect(section && sentence(section, period)).toBe('100.00 USD in 1–20 Nov; a is 25.0 % of it.');
});

test('a total that is of a part says of how much', () => {
  const period = { from: '2026-11-01', to: '2026-11-21' };
  const answer = answerOf([row('a', '75', { charges: 1_300 }), row('b', null, { currency: 'EUR' })]);
  const unpriced = [
    { currency: 'USD', charges: 1_204 },
    { currency: 'EUR', charges: 1 },
  ];
  const [usd, eur] = prepareGroups({ ...answer, unpriced }, 'list', name);
  expect(usd && sentence(usd, period)).toBe('75.00 USD in 1–20 Nov. 1,204 of 1,300 charges have no list price and are not in this total.');
  expect(eur?.partly).toBe('1 of 1 charge has no list price and is not in this total.');
  expect(prepareGroups(answer, 'list', name)[0]?.partly).toBeNull();
});

const question = {
  by: ['team'],
  titles: ['Team'],
  measure: 'effective' as const,
  comparison: { from: '2026-10-01', to: '2026-10-22' },
  told: null,
};
const linesOf = (csv: string) => csv.slice(1).split('\r\n');

test('the file has every group and a total, says what each row is, and runs nothing in a spreadsheet', () => {
  const [section] = prepared([row('=cmd()', '1.5', { previous: '1', tokens: '3.000' }), row('b', '0.25')]);
  if (!section) throw new Error('no section');
  expect(linesOf(groupsCsv(section, question))).toEqual([
    'Row,Team,Currency or unit,Effective cost,Compared: 2026-10-01 to before 2026-10-22,Tokens,Charges,Share,Change',
    "group,'=cmd(),USD,1.5,1,3,1,85.7 %,0.5",
    'group,b,USD,0.25,,,1,14.3 %,0.25',
    'total,Total,USD,1.75,1,3,2,,0.75',
    '',
  ]);
  expect(linesOf(groupsCsv(section, { ...question, comparison: null }))[0]).toBe(
    'Row,Team,Currency or unit,Effective cost,Tokens,Charges,Share',
  );
});

test('what is measured by charges or by tokens has them once in the file', () => {
  const [section] = prepared([row('a', '3', { tokens: '3' })]);
  if (!section) throw new Error('no section');
  const file = (measure: 'charges' | 'tokens') => linesOf(groupsCsv(section, { ...question, measure, comparison: null })).slice(0, 2);
  expect(file('charges')).toEqual(['Row,Team,Currency or unit,Charges,Tokens,Share', 'group,a,USD,3,3,100.0 %']);
  expect(file('tokens')).toEqual(['Row,Team,Currency or unit,Tokens,Charges,Share', 'group,a,USD,3,1,100.0 %']);
});

test('what is grouped by is called in the file what it is called here', () => {
  const [section] = prepared([row(null, '1')]);
  const named = { ...question, by: ['allocation:cc'], titles: ['Cost centre (SAP)'], comparison: null };
  expect(section && linesOf(groupsCsv(section, named)).slice(0, 2)).toEqual([
    'Row,Cost centre (SAP),Currency or unit,Effective cost,Tokens,Charges,Share',
    'group,Unallocated,USD,1,,1,100.0 %',
  ]);
});

test('groups that are not listed are a row of their own kind, and what has no list price is said in a row without figures', () => {
  const answer = answerOf([row('a', '75', { charges: 3 }), row('b', '20', { charges: 2 })]);
  const unpriced = [{ currency: 'USD', charges: 1 }];
  const twice = { by: ['team', 'model'], titles: ['Team', 'Model'] };
  const [section] = prepareGroups({ ...answer, groups: answer.groups.slice(0, 1), unpriced }, 'list', name);
  if (!section) throw new Error('no section');
  expect(linesOf(groupsCsv(section, { ...question, ...twice, measure: 'list', comparison: null })).slice(0, 5)).toEqual([
    'Row,Team,Model,Currency or unit,List cost,Tokens,Charges,Share',
    'group,a,No model,USD,75,,3,78.9 %',
    'others,1 other,,USD,20,0,2,',
    'total,Total,,USD,95,,5,',
    'note,USD: 1 of 5 charges has no list price and is not in this total.,,,,,,',
  ]);
});

test('the chart covers the period of its title, whenever its figures begin, and adds the others to nothing else', () => {
  const rows = [row('a', '2'), row(null, '1'), row('b', '3', { currency: 'EUR' })];
  const answer = answerOf(rows);
  const answered: CostAnswer = {
    ...answer,
    drawn: answer.drawn.filter((d) => d.values[0] !== null),
    period: { from: '2026-11-01', to: '2026-11-21' },
    comparison: null,
    firstDay: '2026-01-01',
    completeTo: '2026-11-21',
    bin: 'day',
    by: ['team'],
    titles: ['Team'],
    conversion: null,
    series: [
      { bin: '2026-11-09', place: 0, currency: 'USD', unit: null, amount: '2' },
      { bin: '2026-11-04', place: 2, currency: 'USD', unit: null, amount: '1' },
      { bin: '2026-11-02', place: 1, currency: 'EUR', unit: null, amount: '3' },
    ],
  };
  const [dollars] = drawnFirst(prepareGroups(answered, 'effective', name), 'USD');
  const chart = dollars && chartPoints(answered, dollars, 'effective');
  expect(chart).toMatchObject({ from: '2026-11-01', to: '2026-11-21', completeTo: '2026-11-21', othersCount: 1 });
  expect(chart?.points.map((p) => [p.day, p.group, p.amount])).toEqual([
    ['2026-11-09', 'a', '2'],
    ['2026-11-04', othersKey, '1'],
  ]);
});

test('every column of the standard and of ours stands in exactly one group', () => {
  expect(columnGroups.flatMap((g) => g.columns).sort()).toEqual([...dimensions, ...amounts, ...times].sort());
});

test('a charge says what is known and names what the source left empty', () => {
  const sheet = prepareCharge({
    billed_cost: '1.50',
    tags: '{"team": "tutoring", "n": 1}',
    charge_period_start: '2026-11-18T00:00:00+00:00',
    sku_id: null,
    x_provider: 'azure',
    x_is_ai: true,
    x_tokens_per_unit: 1_000_000,
    x_rule: 'azure/meter-name',
    x_file: 'a.csv',
    x_line: 461,
  });
  expect(sheet.groups).toEqual([
    { title: 'Cost', lines: [{ label: 'BilledCost', values: ['1.50'] }] },
    { title: 'Time', lines: [{ label: 'ChargePeriodStart', values: ['2026-11-18 00:00 UTC'] }] },
    { title: 'Resource', lines: [{ label: 'Tags', values: ['team: tutoring', 'n: 1'] }] },
  ]);
  expect(sheet.concluded).toEqual([
    { label: 'Provider', values: ['Azure'] },
    { label: 'AI spend', values: ['yes'] },
    { label: 'Tokens per unit', values: ['1,000,000'] },
    { label: 'By the rule', values: ['azure/meter-name'] },
  ]);
  expect(sheet.origin.map((l) => l.values)).toEqual([['a.csv'], ['461']]);
  expect(sheet.empty).toContain('SkuId');
});

test('a price is lines and never added up, whatever was asked; only days have a mean', () => {
  for (const mark of exploreMarks)
    expect(chartLook(mark, 'per-million', 'day', false)).toEqual({ mark: 'lines', cumulative: false, legendTotals: false });
  expect(chartLook('cumulative', 'billed', 'day', false)).toEqual({ mark: 'area', cumulative: true, legendTotals: true });
  expect(chartLook('mean', 'tokens', 'day', false)).toEqual({ mark: 'lines', cumulative: false, mean: 7, legendTotals: false });
  expect(chartLook('mean', 'tokens', 'week', false)).toEqual({ mark: 'lines', cumulative: false, legendTotals: true });
  expect(chartLook('treemap', 'billed', 'month', true).mark).toBe('bars');
});
