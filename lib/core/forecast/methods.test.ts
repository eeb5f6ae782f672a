import { expect, test } from 'vitest';
import { type Fit, fitRunRate, fitSeasonalNaiveDrift, fitWeekdayRunRate } from './methods';

const ahead = (learn: Fit, values: number[], steps: number, season = 7, shocks = new Float64Array(steps)) => {
  const out = new Float64Array(steps);
  learn(Float64Array.from(values), season).run(shocks, out, true);
  return [...out];
};

test('the run rate is the mean of the days there are', () => {
  expect(ahead(fitRunRate, [10, Number.NaN, 20], 2)).toEqual([15, 15]);
  expect(ahead(fitRunRate, [], 2)).toEqual([0, 0]);
});

test('a weekday repeats the mean of its last four, fewer when young', () => {
  expect(ahead(fitWeekdayRunRate, [1000, 0, 10, 1, 20, 2, 30, 3, 40, 4], 4, 2)).toEqual([25, 2.5, 25, 2.5]);
  expect(ahead(fitWeekdayRunRate, [10, 1, 20, Number.NaN], 2, 2)).toEqual([15, 1]);
});

test('a weekday that never came takes the mean of all', () => {
  expect(ahead(fitWeekdayRunRate, [10, Number.NaN, 20], 2, 2)).toEqual([15, 15]);
});

test('the seasonal naive method with drift is y(T+h−m(k+1)) + (k+1)·c', () => {
  // m = 2, differences 12−10, 5−4, 14−12, 8−5: c = (2 + 1 + 2 + 3) ÷ 4 = 2.
  expect(ahead(fitSeasonalNaiveDrift, [10, 4, 12, 5, 14, 8], 5, 2)).toEqual([16, 10, 18, 12, 20]);
});

test('its drift goes no further ahead than the history goes back', () => {
  expect(ahead(fitSeasonalNaiveDrift, [10, 4, 12, 6], 8, 2)).toEqual([14, 8, 16, 10, 16, 10, 16, 10]);
});

test('with a gap it counts from the last same weekday there is', () => {
  // c = 2 from the differences of the first place alone; the second was seen two seasons before the first forecast of it.
  expect(ahead(fitSeasonalNaiveDrift, [10, 4, 12, Number.NaN, 14, Number.NaN], 2, 2)).toEqual([16, 10]);
  expect(ahead(fitSeasonalNaiveDrift, [10, Number.NaN, 12, Number.NaN, 14], 1, 2)).toEqual([14]); // never seen: the mean, 12, a season on
});

test('residuals are what a season ahead missed by', () => {
  expect([...fitWeekdayRunRate(Float64Array.of(10, 20, 30), 1).residuals]).toEqual([Number.NaN, 10, 15]);
  expect([...fitSeasonalNaiveDrift(Float64Array.of(10, 20, 40), 1).residuals]).toEqual([Number.NaN, -5, 5]);
});

test('a shock is carried on as the method would have', () => {
  const shocks = Float64Array.of(8, 0, 0);
  expect(ahead(fitRunRate, [10], 3, 1, shocks)).toEqual([18, 10, 10]);
  expect(ahead(fitSeasonalNaiveDrift, [10, 10], 3, 1, shocks)).toEqual([18, 18, 18]);
  expect(ahead(fitWeekdayRunRate, [10, 10, 10, 10], 3, 1, shocks)).toEqual([18, 12, 12.5]);
});
