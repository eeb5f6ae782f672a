import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BudgetCube, type CostCell, type CostSlice, cubeDimensions } from '../../budgets/cube';
import { costDimensions } from '../../costs/dimensions';
import { addDays, type Day } from '../../time/days';
import { newValueDimensions, type RuleOf, readRule } from '../rules';
import type { RuleFacts, SourceHistory } from './facts';
import { type PlainRule, tellsOf } from './tell';

const start = '2026-06-01';
const day = (n: number) => addDays(start, n);

interface Row {
  n: number;
  amount: string;
  provider?: string;
  model?: string | null;
  region?: string;
  currency?: string;
}

/** What rules know at the end of the day before `completeTo`, of these rows. */
function factsOf(rows: readonly Row[], completeTo: Day, from = addDays(completeTo, -7), sources: SourceHistory[] = []): RuleFacts {
  const known = rows.filter((r) => day(r.n) < completeTo);
  const slices: CostSlice[] = [];
  const places = new Map<string, number>();
  const cells = known.map(({ n, amount, provider = 'aws', model = 'claude', region = 'us', currency = 'USD' }): CostCell => {
    const key = JSON.stringify([provider, model, region, currency]);
    if (!places.has(key)) {
      places.set(key, slices.length);
      const none = Object.fromEntries(cubeDimensions.map((d) => [d, null])) as CostSlice['values'];
      const own = {
        provider,
        model,
        region,
        service: 'Bedrock',
        ai: 'true',
        class: model === null ? 'unclassified' : 'model',
        charge: 'Usage',
        currency,
      };
      slices.push({ currency, values: { ...none, ...own } });
    }
    return { slice: places.get(key) ?? 0, day: day(n), billed: amount, effective: amount, tokens: null, charges: 1 };
  });
  const first = new Map<string, { dimension: string; value: string; first: Day }>();
  for (const c of cells)
    for (const d of newValueDimensions) {
      const value = slices[c.slice]?.values[d];
      const dimension = costDimensions[d].column;
      if (value && c.day < (first.get(`${dimension} ${value}`)?.first ?? '9'))
        first.set(`${dimension} ${value}`, { dimension, value, first: c.day });
    }
  return { cube: BudgetCube.of({ slices, cells }), from, completeTo, today: completeTo, firstSeen: [...first.values()], sources };
}

const rule = <K extends PlainRule['kind']>(input: { kind: K } & Record<string, unknown>) => readRule({ name: 'R', ...input }) as RuleOf<K>;
const told = (r: PlainRule, rows: readonly Row[], to = day(60)) => tellsOf(r, factsOf(rows, to, start)).map((t) => [t.day, t.draft.title]);
const level = (from: number, to: number, amount: string, rest: Partial<Row> = {}): Row[] =>
  Array.from({ length: to - from }, (_, i) => ({ n: from + i, amount, ...rest }));

/** What is told when somebody looks on every evening, each event once, with the day of which it is told. */
function lookedAtDaily(r: PlainRule, rows: readonly Row[], days: number, sources: SourceHistory[] = []): [string, Day][] {
  const seen = new Map<string, Day>();
  for (let n = 0; n <= days; n++) {
    const facts = factsOf(
      rows,
      day(n),
      undefined,
      sources.map((s) => ({ ...s, loads: s.loads.filter((l) => l.at <= day(n)) })),
    );
    for (const t of tellsOf(r, facts))
      if (day(n) <= t.until && !seen.has(t.event)) seen.set(t.event, r.kind === 'source-late' ? day(n) : addDays(day(n), -1));
  }
  return [...seen].sort();
}

const amounts = fc.integer({ min: -20, max: 400 }).map((n) => (n / 10).toFixed(1));
const someRows = fc.array(
  fc.record({
    n: fc.integer({ min: 0, max: 50 }),
    amount: amounts,
    provider: fc.constantFrom('aws', 'aws', 'aws', 'openai'),
    model: fc.constantFrom('claude', 'gpt', 'llama', null),
    region: fc.constantFrom('us', 'eu'),
    currency: fc.constantFrom('USD', 'USD', 'EUR'),
  }),
  { maxLength: 90 },
);
const aScope = fc.constantFrom([], ['region:eu'], ['-model:gpt']);
const aRule = fc.oneof(
  fc.record({
    kind: fc.constant('new-value'),
    dimension: fc.constantFrom(...newValueDimensions),
    amount: fc.constantFrom('0', '1', '30'),
    percent: fc.constantFrom('0', '20'),
    filter: aScope,
  }),
  fc.record({ kind: fc.constant('unclassified'), amount: fc.constantFrom('0', '50'), percent: fc.constantFrom('0', '20'), filter: aScope }),
  fc.record({ kind: fc.constant('burn-rate'), times: fc.constantFrom('1.5', '3'), amount: fc.constantFrom('1', '10'), filter: aScope }),
  fc.record({
    kind: fc.constant('cost-above'),
    per: fc.constantFrom('day', 'week', 'month'),
    amount: fc.constantFrom('20', '100'),
    percent: fc.constantFrom('0', '10'),
    filter: aScope,
  }),
);

test('the look back says what is told, and when, to somebody who looks every day', () => {
  fc.assert(
    fc.property(someRows, aRule, fc.constantFrom(null, 'USD'), (rows, input, currency) => {
      const r = readRule({ name: 'R', currency, ...input }) as PlainRule;
      const back = tellsOf(r, factsOf(rows, day(52), start)).map((t): [string, Day] => [t.event, t.day]);
      expect(back.sort()).toEqual(lookedAtDaily(r, rows, 52));
    }),
    { numRuns: 150 },
  );
});

test('so does that of late sources', () => {
  const loads = fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 12 })), { maxLength: 8 });
  fc.assert(
    fc.property(loads, fc.integer({ min: 1, max: 8 }), (list, days) => {
      const r = rule({ kind: 'source-late', days: String(days) });
      const sources = [
        { id: 1, name: 'Azure', provider: 'azure', loads: list.map(([at, lag]) => ({ at: day(at), completeTo: day(at - lag) })) },
      ];
      const back = tellsOf(r, factsOf([], day(52), start, sources)).map((t): [string, Day] => [t.event, t.day]);
      expect(back.sort()).toEqual(lookedAtDaily(r, [], 52, sources));
    }),
    { numRuns: 300 },
  );
});

test('a burn rate is told once for days that follow each other, against the median of their weekdays', () => {
  const r = rule({ kind: 'burn-rate', times: '3', amount: '20' });
  const usual = level(0, 40, '10.00');
  expect(told(r, usual)).toEqual([]);
  expect(told(r, [...usual, { n: 30, amount: '19.99' }])).toEqual([]); // less than three times
  expect(told(r, [...usual, ...level(30, 33, '25.5')])).toEqual([[day(30), 'R: 35.50 USD on 1 Jul, 3.6 times the usual 10.00 USD.']]);
  expect(told(rule({ kind: 'burn-rate', times: '3', amount: '30' }), [...usual, ...level(30, 33, '25.5')])).toEqual([]); // not so much more
  expect(told(r, level(0, 13, '0.1').concat({ n: 13, amount: '900' }))).toEqual([]); // two weeks say what is usual
  expect(told(rule({ kind: 'burn-rate', times: '3', amount: '20', filter: ['model:gpt'] }), [...usual, ...level(30, 33, '25.5')])).toEqual(
    [],
  );
});

test('a limit is told on the day that passes it, once a period; the percentage must be passed as well', () => {
  const rows = [...level(0, 30, '10'), ...level(30, 55, '20', {})];
  expect(told(rule({ kind: 'cost-above', amount: '299.99' }), rows)).toEqual([
    [day(29), 'R: 300.00 USD in Jun 2026, above 299.99 USD.'],
    [day(44), 'R: 500.00 USD in Jul 2026, above 299.99 USD.'],
  ]);
  expect(told(rule({ kind: 'cost-above', amount: '300' }), rows).map(([d]) => d)).toEqual([day(45)]); // above, not at
  expect(told(rule({ kind: 'cost-above', amount: '100', percent: '50' }), rows).map(([d]) => d)).toEqual([day(52)]); // 450 is 50 % more than 300
  expect(told(rule({ kind: 'cost-above', per: 'week', amount: '130' }), rows).map(([d]) => d)).toEqual(
    [day(41), day(48)].map((d) => addDays(d, -0)),
  );
  expect(told(rule({ kind: 'cost-above', per: 'day', amount: '15' }), rows)).toHaveLength(25);
});

test('a currency of its own is judged by itself', () => {
  const rows = [...level(0, 20, '10'), ...level(0, 20, '8', { currency: 'EUR' })];
  expect(told(rule({ kind: 'cost-above', amount: '150' }), rows).map(([, t]) => t)).toEqual([
    'R: 160.00 EUR in Jun 2026, above 150.00 EUR.',
    'R: 200.00 USD in Jun 2026, above 150.00 USD.',
  ]);
  expect(told(rule({ kind: 'cost-above', amount: '150', currency: 'EUR' }), rows)).toHaveLength(1);
});

test('something new is told where its provider is known, in its first week', () => {
  const usual = level(0, 40, '10');
  const r = rule({ kind: 'new-value', dimension: 'model', amount: '5', severity: 'info' });
  expect(told(r, [...usual, { n: 20, amount: '3', model: 'gpt' }, { n: 23, amount: '3', model: 'gpt' }])).toEqual([
    [day(23), 'gpt: a new model, 6.00 USD since 21 Jun.'],
  ]);
  expect(told(r, [...usual, { n: 20, amount: '3', model: 'gpt' }, { n: 28, amount: '3', model: 'gpt' }])).toEqual([]);
  expect(told(r, [...usual, { n: 20, amount: '30', model: 'gpt', provider: 'openai' }])).toEqual([]);
  expect(
    told(rule({ kind: 'new-value', dimension: 'provider', amount: '5' }), [
      ...usual,
      { n: 20, amount: '30', model: 'gpt', provider: 'openai' },
    ]),
  ).toEqual([[day(20), 'openai: a new provider, 30.00 USD since 21 Jun.']]);
});
