import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BridgeCell, type BridgeSide, type BridgeTerm, bridge, bridgeSteps, bridgeTerms } from './bridge';
import { decimalOf, isZero, minus, plus, type Ratio, ratioOf, sum, times } from './ratio';

const cell = fc.record({
  model: fc.constantFrom('gpt-5', 'claude-sonnet-4', null),
  channel: fc.constantFrom('openai', 'azure', null),
  kind: fc.constantFrom('input', 'cached_input', 'cache_write_5m', 'output', 'requests'),
  quantity: fc.bigInt(0n, 10_000_000n),
  cost: fc.bigInt(-1_000_000n, 1_000_000_000n).map((n) => `${n}e-6`),
  currency: fc.constantFrom('USD', 'EUR'),
});
const rates = fc.record({ USD: fc.constant('1'), EUR: fc.integer({ min: 50, max: 200 }).map((n) => `${n}e-2`) });
const side: fc.Arbitrary<BridgeSide> = fc.record({
  cells: fc.array(cell, { maxLength: 12 }),
  units: fc.option(fc.bigInt(1n, 5_000n), { nil: undefined }),
  calls: fc.option(fc.bigInt(1n, 90_000n), { nil: undefined }),
  rates,
});
const same = (a: Ratio, b: Ratio) => isZero(minus(a, b));
const total = ({ cells, units = 1n, rates: worth }: BridgeSide): Ratio =>
  sum(cells.map((c) => times({ n: 1n, d: units }, times(ratioOf(c.cost), ratioOf(worth?.[c.currency] ?? '1')))));
const moved = (b: ReturnType<typeof bridge>): BridgeTerm[] => bridgeTerms.filter((t) => !isZero(b.terms[t]));

test('the two sides are what their cells say, and the terms add up to the difference, exactly', () =>
  fc.assert(
    fc.property(side, side, (before, after) => {
      const b = bridge(before, after);
      expect(same(b.before, total(before))).toBe(true);
      expect(same(b.after, total(after))).toBe(true);
      expect(same(plus(b.before, sum(bridgeTerms.map((t) => b.terms[t]))), b.after)).toBe(true);
    }),
  ));

test('nothing moved where nothing changed', () =>
  fc.assert(
    fc.property(side, (s) => {
      expect(moved(bridge(s, s))).toEqual([]);
    }),
  ));

test('the order of the cells and how they are cut make no difference', () =>
  fc.assert(
    fc.property(side, side, (before, after) => {
      const cut = (s: BridgeSide): BridgeSide => ({
        ...s,
        cells: s.cells.flatMap((c): BridgeCell[] => [{ ...c, cost: '0', quantity: 0n }, c]).reverse(),
      });
      expect(bridge(cut(before), cut(after))).toEqual(bridge(before, after));
    }),
  ));

const priced = (s: BridgeSide): BridgeSide => ({ ...s, cells: s.cells.filter((c) => BigInt(c.quantity) > 0n), calls: undefined });

test('more of the same is volume alone', () =>
  fc.assert(
    fc.property(side, fc.bigInt(2n, 9n), (s, times_) => {
      const before = priced(s);
      const after = {
        ...before,
        cells: before.cells.map((c) => ({
          ...c,
          quantity: BigInt(c.quantity) * times_,
          cost: decimalOf(times(ratioOf(c.cost), ratioOf(times_)), 9),
        })),
      };
      expect(moved(bridge(before, after)).filter((t) => t !== 'volume')).toEqual([]);
    }),
  ));

test('other costs for the same quantities are prices alone', () =>
  fc.assert(
    fc.property(side, fc.array(fc.bigInt(0n, 1_000n), { minLength: 12, maxLength: 12 }), (s, costs) => {
      const before = priced(s);
      const after = { ...before, cells: before.cells.map((c, i) => ({ ...c, cost: String(costs[i]) })) };
      expect(moved(bridge(before, after)).filter((t) => t !== 'price')).toEqual([]);
    }),
  ));

test('other rates for the same costs are exchange rates alone', () =>
  fc.assert(
    fc.property(side, rates, (before, other) => {
      expect(moved(bridge(before, { ...before, rates: other })).filter((t) => t !== 'currency')).toEqual([]);
    }),
  ));

test('what is shown adds up too', () =>
  fc.assert(
    fc.property(side, side, fc.integer({ min: 0, max: 6 }), (before, after, digits) => {
      const b = bridge(before, after);
      const shown = bridgeSteps(b, digits);
      const end = shown.steps.reduce((at, s) => plus(at, ratioOf(s.amount)), ratioOf(shown.before));
      expect(decimalOf(end, digits)).toBe(shown.after);
      expect(decimalOf(b.after, digits)).toBe(shown.after);
    }),
  ));

const gpt = (kind: string, quantity: bigint, cost: string, change: Partial<BridgeCell> = {}): BridgeCell => ({
  model: 'gpt-5',
  channel: 'openai',
  kind,
  quantity,
  cost,
  currency: 'USD',
  ...change,
});
const termsOf = (before: BridgeSide, after: BridgeSide) => {
  const b = bridge(before, after);
  return Object.fromEntries(moved(b).map((t) => [t, decimalOf(b.terms[t], 6)]));
};

test('each cause has its own term', () => {
  const base = [gpt('input', 1_000n, '2'), gpt('output', 100n, '1')];
  const of = (...cells: BridgeCell[]) => termsOf({ cells: base }, { cells });
  // half of what is read comes from the cache, at a tenth
  expect(of(gpt('input', 500n, '1'), gpt('cached_input', 500n, '0.1'), gpt('output', 100n, '1'))).toEqual({ cacheRatio: '-0.9' });
  expect(of(gpt('input', 900n, '1.8'), gpt('output', 200n, '2'))).toEqual({ tokenMix: '0.8' });
  const azure = { channel: 'azure' };
  expect(of(gpt('input', 1_000n, '2.2', azure), gpt('output', 100n, '1.1', azure))).toEqual({ channelMix: '0.3' });
  const mini = { model: 'gpt-5-mini' };
  expect(of(gpt('input', 1_000n, '0.4', mini), gpt('output', 100n, '0.2', mini))).toEqual({ modelMix: '-2.4' });
  expect(of(...base, gpt('fee', 0n, '5'))).toEqual({ other: '5' });
});

test('a cost per task rises with calls per task and with tokens per call', () => {
  const cells = (n: bigint, cost: string) => [gpt('input', n, cost)];
  const before = { cells: cells(1_000n, '1'), units: 10n, calls: 10n };
  expect(termsOf(before, { cells: cells(2_000n, '2'), units: 20n, calls: 20n })).toEqual({});
  expect(termsOf(before, { cells: cells(2_000n, '2'), units: 10n, calls: 20n })).toEqual({ calls: '0.1' });
  expect(termsOf(before, { cells: cells(2_000n, '2'), units: 10n, calls: 10n })).toEqual({ callSize: '0.1' });
});

test('two currencies without rates are refused', () => {
  const cells = [gpt('input', 1n, '1'), gpt('input', 1n, '1', { currency: 'EUR' })];
  expect(() => bridge({ cells }, { cells })).toThrow('without their rates');
  expect(() => bridge({ cells, rates: { USD: '1' } }, { cells })).toThrow('no rate for EUR');
});

test('a ratio is shown to the even neighbour', () => {
  expect(decimalOf(ratioOf('0.125'), 2)).toBe('0.12');
  expect(decimalOf(ratioOf('-0.375'), 2)).toBe('-0.38');
  expect(decimalOf(ratioOf('-0.001'), 2)).toBe('0');
  expect(decimalOf(ratioOf('1.5e3'), 0)).toBe('1500');
  expect(() => ratioOf('.')).toThrow('no decimal');
});
