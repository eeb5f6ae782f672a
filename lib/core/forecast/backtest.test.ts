import { expect, test } from 'vitest';
import { naiveError, rollingOrigin } from './backtest';
import { type Fit, fitSeasonalNaiveDrift } from './methods';

const always =
  (value: number): Fit =>
  (values) => ({ residuals: values, run: (_, out) => void out.fill(value) });

test('the scale of MASE is the mean absolute seasonal difference', () => {
  expect(naiveError(Float64Array.of(1, 5, 2, 8, 6, 7), 2)).toBe((1 + 3 + 4 + 1) / 4);
  expect(naiveError(Float64Array.of(1, 5, Number.NaN, 8), 2)).toBe(3);
  expect(naiveError(Float64Array.of(1), 2)).toBe(0);
});

test('WAPE and MASE by hand', () => {
  // Two weeks, 10 then 14 a day, then one of 20 that is forecast as 15: missed 35 of 140, five a day against four.
  const values = Float64Array.from({ length: 21 }, (_, t) => [10, 14, 20][Math.floor(t / 7)] ?? 0);
  const result = rollingOrigin(values, always(15), 7);
  expect(result).toMatchObject({ wape: 0.25, mase: 1.25, folds: 1, missed: 35, spent: 140, ahead: 7, totals: [35] });
});

test('origins are a week apart, eight at most, and each has two weeks before it', () => {
  const seen: number[] = [];
  const watch: Fit = (values, season) => {
    seen.push(values.length);
    return fitSeasonalNaiveDrift(values, season);
  };
  rollingOrigin(new Float64Array(42).fill(1), watch, 7);
  expect(seen).toEqual([35, 28, 21, 14]);
  expect(rollingOrigin(new Float64Array(300).fill(1), always(1), 7).folds).toBe(8);
});

test('a test is as long as the forecast, in whole weeks up to four, and shorter where three would not fit', () => {
  const lengthOf = (days: number, steps: number) => rollingOrigin(new Float64Array(days).fill(1), always(1), steps).ahead;
  expect(lengthOf(90, 10)).toBe(14);
  expect(lengthOf(90, 300)).toBe(28);
  expect(lengthOf(35, 28)).toBe(7);
});

test('missing days are not tested and do not count as history', () => {
  const values = new Float64Array(28).fill(5);
  values.fill(Number.NaN, 0, 10);
  expect(rollingOrigin(values, always(5), 7)).toMatchObject({ folds: 0, wape: null, mase: null });
  values.fill(5, 0, 10);
  values[27] = Number.NaN;
  expect(rollingOrigin(values, always(4), 7).spent).toBe(5 * (6 + 7));
});

test('nothing spent has no error', () => {
  expect(rollingOrigin(new Float64Array(40), always(0), 7)).toMatchObject({ wape: null, mase: null });
});
