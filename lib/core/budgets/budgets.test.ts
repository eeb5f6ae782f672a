import { describe, expect, test } from 'vitest';
import { costDimensions } from '../costs/dimensions';
import { csvLine } from '../csv/cell';
import { BudgetCube, type CostCube } from './cube';
import { limitOf } from './limit';
import { readBudget, readBudgets } from './read';
import { budgetState } from './state';
import { budgetColumns, budgetRow, readBudgetsCsv } from './table';
import { crossingEvents, reached } from './thresholds';
import { dayIn, windowOn, windowsBetween } from './windows';
import { writeBudget } from './write';

const rule = { period: 'month' as const, days: null, fiscalStart: 1, periods: [], zone: 'UTC' };
const budget = (more: object = {}) => readBudget({ name: 'b', currency: 'USD', amount: '100', ...more });

describe('windows', () => {
  test.each([
    [{ period: 'day' as const }, '2026-03-05', '2026-03-05', '2026-03-06', '2026-03-05'],
    [{ period: 'week' as const }, '2026-03-01', '2026-02-23', '2026-03-02', 'week of 2026-02-23'],
    [{ period: 'month' as const }, '2028-02-29', '2028-02-01', '2028-03-01', '2028-02'],
    [{ period: 'quarter' as const }, '2026-05-20', '2026-04-01', '2026-07-01', '2026-Q2'],
    [{ period: 'quarter' as const, fiscalStart: 7 }, '2026-05-20', '2026-04-01', '2026-07-01', 'FY2026-Q4'],
    [{ period: 'quarter' as const, fiscalStart: 2 }, '2026-01-31', '2025-11-01', '2026-02-01', 'FY2026-Q4'],
    [{ period: 'year' as const, fiscalStart: 10 }, '2026-09-30', '2025-10-01', '2026-10-01', 'FY2026'],
    [{ period: 'year' as const }, '2026-12-31', '2026-01-01', '2027-01-01', '2026'],
    [{ period: 'rolling' as const, days: 30 }, '2026-03-30', '2026-03-01', '2026-03-31', '30 days to 2026-03-30'],
  ])('%o on %s', (changes, day, from, to, name) => {
    expect(windowOn({ ...rule, ...changes }, day)).toEqual({ from, to, name });
  });
  test('terms of a school have gaps', () => {
    const terms = { ...rule, period: 'custom' as const, periods: [{ name: 'spring', from: '2026-01-12', to: '2026-05-08' }] };
    expect(windowOn(terms, '2026-05-08')).toEqual({ name: 'spring', from: '2026-01-12', to: '2026-05-09' });
    expect(windowOn(terms, '2026-05-09')).toBeNull();
  });
  test('the zone says which day it is', () => {
    expect(dayIn('America/Los_Angeles', new Date('2026-05-01T05:00:00Z'))).toBe('2026-04-30');
    expect(dayIn('UTC', new Date('2026-05-01T05:00:00Z'))).toBe('2026-05-01');
  });
  test('follow each other', () => {
    expect(windowsBetween(rule, '2025-12-15', '2026-02-01').map((w) => w.name)).toEqual(['2025-12', '2026-01', '2026-02']);
  });
});

describe('limits', () => {
  const may = { from: '2026-05-01', to: '2026-06-01', name: '2026-05' };
  test('grow with every window', () => {
    expect(limitOf(budget({ growth: '0.05', since: '2026-03-10' }), may, () => '0')).toBe('110.25');
  });
  test('carry over what is left and what was too much', () => {
    const spent: Record<string, string> = { '2026-03': '30.10', '2026-04': '190' };
    expect(limitOf(budget({ carry: 'true', since: '2026-03-01' }), may, (w) => spent[w.name] ?? '0')).toBe('79.9');
  });
  test('follow a list of dates', () => {
    const dated = readBudget({
      name: 'b',
      currency: 'USD',
      amounts: [
        { from: '2026-04-01', amount: '7' },
        { from: '2026-05-01', amount: '9' },
      ],
    });
    expect(limitOf(dated, may, () => '0')).toBe('9');
    expect(limitOf(dated, { from: '2026-03-01', to: '2026-04-01', name: '' }, () => '0')).toBeNull();
  });
});

const none = Object.fromEntries(Object.keys(costDimensions).map((d) => [d, null])) as CostCube['slices'][number]['values'];
const cube = BudgetCube.of({
  slices: [
    { currency: 'USD', values: { ...none, team: 'a' } },
    { currency: 'USD', values: none },
    { currency: 'EUR', values: { ...none, team: 'a' } },
  ],
  cells: [
    { slice: 0, day: '2026-05-01', billed: '10.10', effective: '9.000000000001', tokens: '5', charges: 2 },
    { slice: 0, day: '2026-05-02', billed: '-0.05', effective: null, tokens: null, charges: 1 },
    { slice: 1, day: '2026-05-02', billed: '90071992547409.93', effective: '1', tokens: null, charges: 1 },
    { slice: 2, day: '2026-05-02', billed: '4', effective: '4', tokens: '7', charges: 1 },
  ],
});
const may = { from: '2026-05-01', to: '2026-06-01', name: '2026-05' };

describe('what a budget comes to', () => {
  const used = (
    filters: Parameters<BudgetCube['series']>[0],
    measure: 'billed' | 'effective' | 'tokens',
    currency: string | null = 'USD',
  ) => {
    const b = budget({ measure, ...(currency ? { currency } : { currency: null }) });
    const series = cube.series(filters, measure, currency);
    return budgetState({ cube, budget: b, series, window: may, completeTo: '2026-05-03', today: '2026-05-03' });
  };
  test('is exact, in one currency, with what has no price named', () => {
    expect(used([], 'billed').used).toBe('90071992547419.98');
    expect(used([], 'effective')).toMatchObject({ used: '10.000000000001', unpriced: 1, charges: 4 });
    expect(used([{ dimension: 'team', values: ['a'], exclude: false }], 'billed')).toMatchObject({
      used: '10.05',
      share: '0.100500',
      remaining: '89.95',
    });
    expect(used([{ dimension: 'team', values: ['a'], exclude: true }], 'billed').status).toBe('over');
    expect(used([], 'tokens', null).used).toBe('12');
    expect(used([], 'billed', 'JPY')).toMatchObject({ used: '0', status: 'no-data' });
  });
  test('knows the day on which it was used up, and the pace', () => {
    expect(used([], 'billed')).toMatchObject({ exhaustedOn: '2026-05-02', pace: '6.45', burnPerDay: '45035996273709.99' });
  });
});

test('one day of bills makes no forecast worth an alert, and a window that is over makes none', () => {
  const at = (today: string) =>
    budgetState({
      cube,
      budget: budget({ measure: 'billed' }),
      series: cube.series([], 'billed', 'USD'),
      window: may,
      completeTo: '2026-05-03',
      today,
    });
  expect(at('2026-05-03').forecast?.confidence).toBe('none');
  expect(at('2026-06-01').forecast).toBeNull();
  expect(
    budgetState({
      cube,
      budget: budget(),
      series: cube.series([], 'effective', 'USD'),
      window: { from: '2026-06-01', to: '2026-07-01', name: '2026-06' },
      completeTo: '2026-05-03',
      today: '2026-06-10',
    }).forecast,
  ).toBeNull();
});

describe('thresholds', () => {
  const at = (value: string, forecast: string | null = null) => reached(budget().thresholds, { limit: '100', used: value, forecast });
  const keys = (events: ReturnType<typeof crossingEvents>) => events.map((e) => `${e.kind} ${e.key}${e.isAgain ? ' again' : ''}`);
  test('fire once when they are crossed', () => {
    expect(keys(crossingEvents([], at('81')))).toEqual(['crossed 50%', 'crossed 80%']);
    expect(
      keys(
        crossingEvents(
          [
            { key: '50%', state: 'crossed' },
            { key: '80%', state: 'crossed' },
          ],
          at('81'),
        ),
      ),
    ).toEqual([]);
  });
  test('a correction is told and arms them again', () => {
    const before = [
      { key: '50%', state: 'crossed' as const },
      { key: '80%', state: 'crossed' as const },
    ];
    expect(keys(crossingEvents(before, at('75')))).toEqual(['back 80%']);
    expect(
      keys(
        crossingEvents(
          [
            { key: '50%', state: 'crossed' },
            { key: '80%', state: 'back' },
          ],
          at('81'),
        ),
      ),
    ).toEqual(['crossed 80% again']);
  });
  test('a forecast fires once, whatever it does later', () => {
    expect(keys(crossingEvents([], at('10', '120')))).toEqual(['crossed forecast 100%']);
    expect(keys(crossingEvents([{ key: 'forecast 100%', state: 'crossed' }], at('10', '90')))).toEqual([]);
  });
  test('nothing spent crosses nothing', () => {
    expect(reached(budget().thresholds, { limit: '0', used: '0', forecast: '0' }).some((r) => r.isReached)).toBe(false);
  });
});

describe('files', () => {
  const yaml =
    'budgets:\n  - {name: top, currency: USD, amount: 1000.50, thresholds: ["80%", "forecast 100%", "450"]}\n  - {name: teams, currency: USD, amount: 5, per: team, parent: top, filter: {provider: [azure, "a,b"]}, period: quarter, fiscal_start: 7}\n';
  test('what is read can be written and read again, as YAML and as a table', () => {
    const budgets = readBudgets(yaml, 'b.yaml');
    expect(budgets[0]).toMatchObject({
      amount: { kind: 'fixed', amount: '1000.50' },
      thresholds: [{ percent: '80' }, { on: 'forecast' }, { amount: '450' }],
    });
    expect(budgets.map((b) => readBudget(writeBudget(b)))).toEqual(budgets);
    const csv = [
      [
        'name',
        'owner',
        'parent',
        'filter',
        'measure',
        'currency',
        'period',
        'days',
        'fiscal_start',
        'zone',
        'amount',
        'growth',
        'carry',
        'since',
        'per',
        'thresholds',
        'notes',
      ],
      ...budgets.map((b) => budgetRow(b) ?? []),
    ];
    expect(readBudgetsCsv(csv.map((r) => r.map((c) => `"${c}"`).join(',')).join('\n'), 'b.csv')).toEqual(budgets);
  });
  test('a name that a spreadsheet would run comes back as it was', () => {
    const odd = budget({ name: '=cmd|A0', filter: ['-provider:azure'] });
    const text = csvLine([...budgetColumns]) + csvLine(budgetRow(odd) ?? []);
    expect(text).toContain("'=cmd|A0");
    expect(readBudgetsCsv(text, 'b.csv')).toEqual([odd]);
  });
  test('a name with the marks of other files stays one name', () => {
    const odd = budget({ name: 'EU; =1+1', owner: "'=a", notes: 'first;\n- second' });
    expect(readBudgetsCsv(csvLine([...budgetColumns]) + csvLine(budgetRow(odd) ?? []), 'b.csv')).toEqual([odd]);
  });
  test.each([
    ['budgets: [{name: x, currency: USD, amount: 1, owner: "a\\0b"}]', 'owner holds the character NUL or half a character'],
    [
      'budgets: [{name: x, currency: USD, amount: 1, period: custom, periods: [{name: a, from: 2026-01-01, to: 9999-12-31}]}]',
      'is no day between 1990 and 2199',
    ],
    ['budgets: [{name: x, currency: USD, amount: "1111111111222222222233333333334444"}]', 'has more digits than are kept'],
    ['budgets: [{name: x, amount: 1}]', 'b.yaml: "x": currency is missing'],
    ['budgets: [{name: x, currency: USD}]', 'b.yaml: "x": amount or amounts must be given, and not both'],
    ['budgets: [{name: x, currency: USD, amount: 1, thresholds: [lots]}]', 'has "lots", which is no threshold'],
    ['budgets: [{name: x, currency: USD, amount: 1, parent: x}]', '"x" is its own parent'],
    ['budgets: [{name: x, currency: USD, amount: 1, period: rolling}]', 'days must be 1 to 366'],
    ['budgets: [{name: x, currency: USD, amount: 1, zone: Mars}]', 'zone is no time zone'],
    ['budgets: [{name: x, currency: USD, amount: 1}, {name: x, currency: USD, amount: 1}]', 'two budgets named "x"'],
  ])('says what is wrong with %s', (text, sentence) => {
    expect(() => readBudgets(text, 'b.yaml')).toThrow(sentence);
  });
});
