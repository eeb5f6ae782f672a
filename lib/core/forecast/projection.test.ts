import { describe, expect, test } from 'vitest';
import { addDays } from '../time/days';
import { forecastTotal } from './forecast';
import { forecastCrossing, forecastCumulative } from './projection';
import { horizonAfter, seriesOf, start, weeklySeries } from './series.fixture';

const tens = seriesOf(Array(40).fill(10));
const next = (days: number) => addDays(start, 40 + days);

describe('crossing a limit', () => {
  test('ten a day reach 100 on the tenth day, to the last digit', () => {
    const crossing = forecastCrossing(tens, horizonAfter(40, 30), 0, 100);
    expect(crossing).toEqual({ p10: next(9), median: next(9), p90: next(9), probability: 1, confidence: 'normal' });
    const dimes = seriesOf(Array(40).fill(0.1));
    expect(forecastCrossing(dimes, horizonAfter(40, 30), 0, 1).median).toBe(next(9));
  });

  test('what is accrued already counts, and a limit behind us is crossed on the first day', () => {
    expect(forecastCrossing(tens, horizonAfter(40, 30), 50, 100).median).toBe(next(4));
    expect(forecastCrossing(tens, horizonAfter(40, 30), 100, 100)).toMatchObject({
      p10: next(0),
      median: next(0),
      p90: next(0),
      probability: 1,
    });
  });

  test('out of reach is null and has no probability', () => {
    expect(forecastCrossing(tens, horizonAfter(40, 9), 0, 100)).toMatchObject({ p10: null, median: null, p90: null, probability: 0 });
  });

  test('a limit at the median total is reached by about half of the paths, the early ones first', () => {
    const series = seriesOf(weeklySeries(5, 84));
    const horizon = horizonAfter(84, 28);
    const p50 = forecastCumulative(series, horizon, 0).at(-1)?.p50 ?? 0;
    const { p10, median, p90, probability } = forecastCrossing(series, horizon, 0, p50);
    expect(probability).toBeCloseTo(0.5, 1);
    expect(p90).toBeNull();
    expect((p10 ?? '9') <= (median ?? '9')).toBe(true);
  });

  test('the faster it grows or the larger the base, the sooner', () => {
    const far = horizonAfter(40, 1826);
    const at = (options: object) => forecastCrossing(tens, far, 0, 7300, options).median ?? '9999';
    expect(at({})).toBe(next(729));
    expect(at({ growthPerYear: 0.3 }) < at({ growthPerYear: 0 })).toBe(true);
    expect(at({ factor: 1.1 }) < at({}) && at({}) < at({ factor: 0.9 })).toBe(true);
    expect(at({ factor: 0 })).toBe('9999');
  });

  test('below 14 days there is the run rate and no range', () => {
    const crossing = forecastCrossing(tens.slice(0, 10), horizonAfter(40, 30), 0, 100);
    expect(crossing).toEqual({ p10: null, median: next(9), p90: null, probability: 1, confidence: 'none' });
  });
});

describe('accrual by day', () => {
  test('ends where the total does', () => {
    const series = seriesOf(weeklySeries(5, 84));
    const last = forecastCumulative(series, horizonAfter(84, 28), 1000).at(-1);
    const total = forecastTotal(series, horizonAfter(84, 28), 1000);
    expect(last?.p10).toBeCloseTo(total.low ?? 0, 6);
    expect(last?.p90).toBeCloseTo(total.high ?? 0, 6);
  });

  test('is in order, starts from what is there and never falls while nothing is negative', () => {
    const days = forecastCumulative(seriesOf(weeklySeries(5, 84)), horizonAfter(84, 60), 1000);
    let before = 1000;
    for (const { p10, p50, p90 } of days) {
      expect(p10 <= p50 && p50 <= p90).toBe(true);
      expect(p10).toBeGreaterThanOrEqual(before);
      before = p10;
    }
  });

  test('five years of daily growth compound', () => {
    const days = forecastCumulative(tens, horizonAfter(40, 1825), 0, { growthPerYear: 0.2 });
    const last = days.at(-1);
    // Σ 10 · 1.2^(t/365), t = 1 … 1825, a geometric series.
    const ratio = 1.2 ** (1 / 365);
    expect(last?.p50).toBeCloseTo((10 * ratio * (ratio ** 1825 - 1)) / (ratio - 1), 3);
    expect(days).toHaveLength(1825);
  });

  test('without an interval the three are one', () => {
    expect(forecastCumulative(tens.slice(0, 5), horizonAfter(40, 2), 3)).toEqual([
      { day: next(0), p10: 13, p50: 13, p90: 13 },
      { day: next(1), p10: 23, p50: 23, p90: 23 },
    ]);
    expect(forecastCumulative([], horizonAfter(0, 0), 3)).toEqual([]);
  });
});
