import { describe, expect, test } from 'vitest';
import { addDays } from '../time/days';
import { naiveError } from './backtest';
import { forecastDays, forecastTotal } from './forecast';
import { forecastCrossing, forecastCumulative } from './projection';
import { randomFrom } from './simulate';
import type { DayValue } from './types';

const start = '2026-01-05'; // a Monday
const week = [100, 110, 120, 115, 105, 40, 30];
const series = (days: number, value: (i: number) => number): DayValue[] =>
  Array.from({ length: days }, (_, i) => ({ day: addDays(start, i), value: value(i) }));
const horizonAfter = (days: number, length: number) => ({ from: addDays(start, days), to: addDays(start, days + length) });
const close = (a: number, b: number, share: number) => expect(Math.abs(a - b)).toBeLessThanOrEqual(Math.abs(b) * share);

describe('series whose answer is known', () => {
  test('a week that repeats is forecast as it is, whatever method wins', () => {
    const f = forecastDays(
      series(70, (i) => week[i % 7] ?? 0),
      horizonAfter(70, 14),
    );
    for (const [i, d] of f.path.entries()) close(d.value, week[i % 7] ?? 0, 0.001);
    expect(f.error.wape).toBeLessThan(0.001);
    expect(f).toMatchObject({ confidence: 'normal', level: 0.8 });
  });
  test('trend and weekly season go on', () => {
    const value = (i: number) => (week[i % 7] ?? 0) + 0.8 * i;
    const f = forecastDays(series(112, value), horizonAfter(112, 14));
    for (const [i, d] of f.path.entries()) close(d.value, value(112 + i), 0.05);
    expect(['holt-winters', 'seasonal-naive-drift']).toContain(f.method);
  });
  test('the mean absolute seasonal difference, worked by hand', () => {
    // |8−1| + |9−2| + |13−3| over three pairs a season of 7 apart
    expect(naiveError(new Float64Array([1, 2, 3, 4, 5, 6, 7, 8, 9, 13]), 7)).toBe(8);
  });
  test('days already spent and a flat run are added up exactly', () => {
    expect(
      forecastTotal(
        series(60, () => 10),
        horizonAfter(60, 10),
        250,
      ).point,
    ).toBeCloseTo(350, 6);
  });
});

describe('how sure it is', () => {
  const noisy = (days: number, seed: number) => {
    const random = randomFrom(seed);
    return series(days, (i) => (week[i % 7] ?? 0) * (0.8 + 0.4 * random()));
  };
  test('fewer than 14 days give no interval, fewer than 28 a wider one', () => {
    expect(forecastTotal(noisy(13, 1), horizonAfter(13, 10), 0)).toMatchObject({ low: null, high: null, forecast: { confidence: 'none' } });
    expect(forecastTotal(noisy(20, 1), horizonAfter(20, 10), 0)).toMatchObject({ level: 0.95, forecast: { confidence: 'low' } });
  });
  test('the same seed gives the same answer, the interval holds the point, a higher level is wider', () => {
    const history = noisy(90, 2);
    const one = forecastTotal(history, horizonAfter(90, 20), 0);
    expect(forecastTotal(history, horizonAfter(90, 20), 0)).toEqual(one);
    expect(one.low ?? 0).toBeLessThanOrEqual(one.point);
    expect(one.high ?? 0).toBeGreaterThanOrEqual(one.point);
    const wide = forecastTotal(history, horizonAfter(90, 20), 0, { level: 0.95 });
    expect((wide.high ?? 0) - (wide.low ?? 0)).toBeGreaterThan((one.high ?? 0) - (one.low ?? 0));
  });
  test('the 80 % interval of a total holds the truth about that often', () => {
    let held = 0;
    const runs = 100;
    for (let seed = 1; seed <= runs; seed++) {
      const all = noisy(104, seed * 7_919);
      const truth = all.slice(84).reduce((sum, d) => sum + d.value, 0);
      const { low, high } = forecastTotal(all.slice(0, 84), horizonAfter(84, 20), 0);
      if (low !== null && high !== null && low <= truth && truth <= high) held++;
    }
    expect(held / runs).toBeGreaterThan(0.65);
    expect(held / runs).toBeLessThan(0.95);
  });
  test('in another unit it is the same forecast', () => {
    const history = noisy(60, 3);
    const thousandfold = history.map((d) => ({ ...d, value: d.value * 1000 }));
    close(forecastTotal(thousandfold, horizonAfter(60, 10), 0).point, 1000 * forecastTotal(history, horizonAfter(60, 10), 0).point, 1e-9);
  });
});

describe('when a limit is reached', () => {
  const flat = series(60, () => 10);
  test('on the day on which the sum comes to it', () => {
    expect(forecastCrossing(flat, horizonAfter(60, 30), 400, 455)).toMatchObject({ median: addDays(start, 65), probability: 1 });
    expect(forecastCrossing(flat, horizonAfter(60, 30), 0, 1_000)).toMatchObject({ median: null, probability: 0 });
    expect(forecastCrossing(flat, horizonAfter(60, 30), 500, 455)).toMatchObject({ p10: addDays(start, 60), probability: 1 });
  });
  test('growth and another base move it', () => {
    const year = forecastCumulative(flat, horizonAfter(60, 365), 0, { growthPerYear: 0 }).at(-1);
    const more = forecastCumulative(flat, horizonAfter(60, 365), 0, { growthPerYear: 0, factor: 1.1 }).at(-1);
    const grown = forecastCumulative(flat, horizonAfter(60, 365), 0, { growthPerYear: 0.2 }).at(-1);
    close(year?.p50 ?? 0, 3_650, 0.001);
    close(more?.p50 ?? 0, 4_015, 0.001);
    close(grown?.p50 ?? 0, (3_650 * 0.2) / Math.log(1.2), 0.01);
  });
});

test('nothing, one day, zeros, gaps and credits are no trouble', () => {
  expect(forecastTotal([], horizonAfter(0, 5), 7).point).toBe(7);
  expect(
    forecastTotal(
      series(1, () => 3),
      horizonAfter(1, 5),
      0,
    ).point,
  ).toBeCloseTo(15, 6);
  expect(
    forecastTotal(
      series(40, () => 0),
      horizonAfter(40, 5),
      0,
    ),
  ).toMatchObject({ point: 0, low: 0, high: 0 });
  expect(
    forecastTotal(
      series(60, (i) => week[i % 7] ?? 0).filter((_, i) => i % 11 !== 0),
      horizonAfter(60, 7),
      0,
    ).point,
  ).toBeGreaterThan(500);
  expect(
    forecastTotal(
      series(60, () => -5),
      horizonAfter(60, 10),
      0,
    ).point,
  ).toBeCloseTo(-50, 6);
});
