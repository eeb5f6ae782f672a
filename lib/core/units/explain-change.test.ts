import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ChangeCell, type ChangeTerm, explainChange } from './explain-change';
import { isZero, minus, plus, type Ratio, ratioOf, sum, zero } from './ratio';

const named = (of: Partial<ChangeCell['of']>): ChangeCell['of'] => ({
  charge: 'Usage',
  'charge-class': null,
  provider: 'azure',
  service: 'Virtual Machines',
  meter: 'D2',
  region: 'westeurope',
  unit: 'Hours',
  model: null,
  'token-type': null,
  currency: 'EUR',
  ...of,
});
const figures = (cost: string | null, quantity: string | null = null, tokens: string | null = null) => ({ cost, quantity, tokens });
const nothing = figures(null);
const terms = (cells: readonly ChangeCell[]): Partial<Record<ChangeTerm, string>> =>
  Object.fromEntries(explainChange(cells).steps.map((s) => [s.term, s.amount]));

const decimal = (min: bigint, max: bigint, places: number) =>
  fc
    .bigInt(min, max)
    .map(
      (n) =>
        `${n < 0n ? '-' : ''}${(n < 0n ? -n : n) / 10n ** BigInt(places)}.${String((n < 0n ? -n : n) % 10n ** BigInt(places)).padStart(places, '0')}`,
    );
const anyFigures = fc.oneof(
  { weight: 1, arbitrary: fc.constant(nothing) },
  {
    weight: 4,
    arbitrary: fc.record({
      cost: fc.option(decimal(-(10n ** 16n), 10n ** 20n, 18)),
      quantity: fc.option(decimal(-1_000n, 10_000_000n, 3)),
      tokens: fc.option(fc.bigInt(-5n, 10n ** 12n).map(String)),
    }),
  },
);
const anyCell: fc.Arbitrary<ChangeCell> = fc.record({
  of: fc.record({
    charge: fc.constantFrom('Usage', 'Usage', 'Usage', 'Tax', 'Credit', 'Purchase', 'Adjustment', null),
    'charge-class': fc.constantFrom(null, null, null, 'Correction'),
    provider: fc.constantFrom('azure', 'openai', null),
    service: fc.constantFrom('Virtual Machines', 'Models', null),
    meter: fc.constantFrom('D2', 'In', 'Out', null),
    region: fc.constantFrom('westeurope', null),
    unit: fc.constantFrom('Hours', 'Tokens', null),
    model: fc.constantFrom('gpt-5', 'claude-sonnet-4', null),
    'token-type': fc.constantFrom('input', 'cached_input', 'output', null),
    currency: fc.constantFrom('EUR', 'USD'),
  }),
  before: anyFigures,
  after: anyFigures,
});
const same = (a: Ratio, b: Ratio) => isZero(minus(a, b));
const total = (cells: readonly ChangeCell[], side: 'before' | 'after') =>
  sum(cells.map((c) => (c[side].cost === null ? zero : ratioOf(c[side].cost ?? '0'))));

test('before and all causes are after, and the parts of each cause are the whole of it, to the last digit', () =>
  fc.assert(
    fc.property(fc.array(anyCell, { maxLength: 25 }), (cells) => {
      const { before, after, steps } = explainChange(cells);
      expect(same(ratioOf(before), total(cells, 'before'))).toBe(true);
      expect(same(ratioOf(after), total(cells, 'after'))).toBe(true);
      expect(same(plus(ratioOf(before), sum(steps.map((s) => ratioOf(s.amount)))), ratioOf(after))).toBe(true);
      for (const { amount, parts } of steps) expect(same(sum(parts.map((p) => ratioOf(p.amount))), ratioOf(amount))).toBe(true);
    }),
    { numRuns: 300 },
  ));

test('where nothing changed there is no cause', () =>
  fc.assert(
    fc.property(fc.array(anyCell, { maxLength: 15 }), (cells) => {
      expect(explainChange(cells.map((c) => ({ ...c, after: c.before }))).steps).toEqual([]);
    }),
  ));

test('more hours at another price are volume at the old price and price at the new hours', () => {
  const cell = { of: named({}), before: figures('10', '100'), after: figures('18', '120') };
  expect(terms([cell])).toEqual({ volume: '2', price: '6' });
  expect(explainChange([cell]).steps[0]?.parts).toEqual([
    {
      of: [
        { dimension: 'service', value: 'Virtual Machines' },
        { dimension: 'meter', value: 'D2' },
      ],
      amount: '2',
    },
  ]);
});

test('what begins and what ends are whole costs, and so is what is no usage or has no quantity', () => {
  expect(
    terms([
      { of: named({ meter: 'D4' }), before: nothing, after: figures('7', '1') },
      { of: named({ meter: 'D8' }), before: figures('5', '1'), after: nothing },
      { of: named({ charge: 'Tax' }), before: figures('1'), after: figures('1.9') },
      { of: named({ charge: 'Credit' }), before: nothing, after: figures('-4') },
      { of: named({ charge: 'Purchase' }), before: figures('100'), after: nothing },
      { of: named({ 'charge-class': 'Correction' }), before: nothing, after: figures('-0.5', '3') },
      { of: named({ meter: 'Support' }), before: figures('29'), after: figures('30') },
    ]),
  ).toEqual({ new: '7', gone: '-5', other: '1', purchases: '-100', credits: '-4', corrections: '-0.5', tax: '0.9' });
});

test('a model that gets cheaper is price, and one that takes over is a choice of models', () => {
  const of = (model: string, kind: string) => named({ service: 'Models', meter: kind, unit: 'Tokens', model, 'token-type': kind });
  const cheaper = [{ of: of('gpt-5', 'input'), before: figures('10', null, '1000'), after: figures('8', null, '1000') }];
  expect(terms(cheaper)).toEqual({ price: '-2' });
  const taken = [
    { of: of('gpt-5', 'input'), before: figures('10', null, '1000'), after: nothing },
    { of: of('gpt-5-mini', 'input'), before: nothing, after: figures('2', null, '1000') },
  ];
  expect(terms(taken)).toEqual({ modelMix: '-8' });
  expect(explainChange(taken).steps[0]?.parts.map((p) => [p.of[0]?.value, p.amount])).toEqual([
    ['gpt-5', '-10'],
    ['gpt-5-mini', '2'],
  ]);
});

test('the first tokens there are, are new, and tokens without any on the other side are gone', () => {
  const of = named({ service: 'Models', model: 'gpt-5', 'token-type': 'output' });
  expect(terms([{ of, before: nothing, after: figures('3', null, '9') }])).toEqual({ new: '3' });
  expect(terms([{ of, before: figures('3', null, '9'), after: nothing }])).toEqual({ gone: '-3' });
});
