import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { driftOf, failureOverhead, marginOf, perSuccess, perUnit, shareOf, successRate, sumKnown } from './per-unit';
import { decimalOf, over, ratioOf } from './ratio';

const amount = fc.bigInt(-(10n ** 15n), 10n ** 15n).map((n) => decimalOf({ n, d: 10n ** 12n }, 12));

describe('per task', () => {
  test('ten runs of 1.00 with eight successes cost 1 a task and 1.25 a success', () => {
    expect(perUnit('10', 10)).toBe('1');
    expect(perSuccess('10', { succeeded: 8, reported: 10 })).toBe('1.25');
  });

  test('without a success, or where nobody reports, there is no cost per success', () => {
    expect(perSuccess('10', { succeeded: 0, reported: 10 })).toBeNull();
    expect(perSuccess('10', { succeeded: 0, reported: 0 })).toBeNull();
    expect(successRate({ succeeded: 0, reported: 0 })).toBeNull();
    expect(successRate({ succeeded: 0, reported: 4 })).toBe('0');
  });

  test('what has no price has no unit cost, and nothing is divided by zero', () => {
    expect(perUnit(null, 3)).toBeNull();
    expect(perUnit('1', 0)).toBeNull();
  });

  test('the exact quotient, rounded once to twelve digits, half to even', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 1_000_000 }), (cost, n) => {
        expect(perUnit(cost, n)).toBe(decimalOf(over(ratioOf(cost), ratioOf(BigInt(n))), 12));
      }),
    );
    expect(perUnit('1', 3)).toBe('0.333333333333');
    expect(perUnit('0.000000000001', 2)).toBe('0');
    expect(perUnit('0.000000000003', 2)).toBe('0.000000000002');
  });
});

test('parts of a cost are shares of it, and a whole of nothing has none', () => {
  expect(failureOverhead('1', '0.5', '10')).toBe('0.15');
  expect(failureOverhead(null, null, '10')).toBeNull();
  expect(shareOf('1', '0')).toBeNull();
  expect(shareOf('1', '-5')).toBeNull();
});

test('a margin is of the revenue, and can be negative', () => {
  expect(marginOf('100', '25')).toBe('0.75');
  expect(marginOf('10', '25')).toBe('-1.5');
  expect(marginOf('0', '25')).toBeNull();
  expect(marginOf(null, '25')).toBeNull();
});

test('drift is against the estimate', () => {
  expect(driftOf('8', '10')).toBe('0.25');
  expect(driftOf('10', '8')).toBe('-0.2');
  expect(driftOf('0', '8')).toBeNull();
  expect(driftOf(null, '8')).toBeNull();
});

test('sums leave out what is not known and never call it zero', () => {
  expect(sumKnown([null, '0.1', '0.2'])).toBe('0.3');
  expect(sumKnown([null])).toBeNull();
  expect(sumKnown([])).toBeNull();
});
