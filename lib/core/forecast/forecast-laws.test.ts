import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../time/days';
import { forecastDays, forecastTotal } from './forecast';
import { horizonAfter, seriesOf, start, weeklySeries } from './series.fixture';
import { randomFrom } from './simulate';

const month = (n: number) => horizonAfter(n, 28);
const aSeries = fc.array(fc.double({ min: -50, max: 500, noNaN: true }), { minLength: 14, maxLength: 60 });

describe('how much history there is', () => {
  test('below 14 days it is the run rate, and there is no interval', () => {
    const { point, low, high, forecast } = forecastTotal(seriesOf([10, 20, 30]), month(3), 100);
    expect({ point, low, high }).toEqual({ point: 100 + 28 * 20, low: null, high: null });
    expect(forecast).toMatchObject({ method: 'run-rate', confidence: 'none', compared: [], error: { wape: null, mase: null, folds: 0 } });
    expect(forecastDays(seriesOf(Array(13).fill(1)), month(13)).confidence).toBe('none');
  });

  test('below 28 days confidence is low and the interval the 95 % one', () => {
    expect(forecastDays(seriesOf(weeklySeries(1, 27)), month(27))).toMatchObject({ confidence: 'low', level: 0.95 });
    expect(forecastDays(seriesOf(weeklySeries(1, 28)), month(28))).toMatchObject({ confidence: 'normal', level: 0.8 });
  });

  test('too little for a test is the weekday run rate with an unknown error', () => {
    const { method, error, path } = forecastDays(seriesOf(weeklySeries(1, 15)), month(15));
    expect({ method, error }).toEqual({ method: 'weekday-run-rate', error: { wape: null, mase: null, folds: 0 } });
    expect(path.every((d) => d.low !== null && d.high !== null)).toBe(true);
  });

  test('missing days are no history, and a gap is no zero', () => {
    const gaps = seriesOf(Array(28).fill(7)).filter((_, i) => i % 3);
    expect(forecastTotal(gaps, month(28), 0)).toMatchObject({ point: 28 * 7, forecast: { confidence: 'low' } });
    expect(forecastDays(gaps.slice(0, 13), month(28)).confidence).toBe('none');
  });

  test('days from the horizon on are not used', () => {
    const series = seriesOf(weeklySeries(3, 60));
    expect(forecastDays(series, month(40))).toEqual(forecastDays(series.slice(0, 40), month(40)));
  });
});

describe('the choice', () => {
  test('a line with a weekly season goes to the method that knows both, and is met', () => {
    const truth = weeklySeries(1, 84, { slope: 2, noise: 0 });
    const { method, path, compared } = forecastDays(seriesOf(truth.slice(0, 56)), month(56));
    expect(['holt-winters', 'seasonal-naive-drift']).toContain(method); // both are exact here, and the baseline keeps a tie
    path.forEach((d, i) => {
      expect(d.value).toBeCloseTo(truth[56 + i] ?? 0, 6);
    });
    expect(compared.map((c) => c.method).sort()).toEqual(['holt-winters', 'seasonal-naive-drift', 'weekday-run-rate']);
  });

  test('the least error is the one shown', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const { method, error, compared } = forecastDays(seriesOf(weeklySeries(seed, 100)), month(100));
      expect(error.wape).toBe(Math.min(...compared.map((c) => c.wape ?? Number.POSITIVE_INFINITY)));
      expect(compared.find((c) => c.method === method)?.wape).toBe(error.wape);
      expect(error.folds).toBe(8);
    }
  });
});

describe('the interval', () => {
  test.each([
    ['a level with a weekly season, 8 weeks known', 56, 0],
    ['the same, 12 weeks known', 84, 0],
    ['a line with a weekly season, 26 weeks known', 182, 0.8],
  ])('of 80 %% holds the total in 70 to 90 of 100 cases: %s', { timeout: 60_000 }, (_, known, slope) => {
    let held = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const values = weeklySeries(seed * 7919, known + 28, { slope });
      const { low, high } = forecastTotal(seriesOf(values.slice(0, known)), month(known), 0);
      const total = values.slice(known).reduce((a, b) => a + b, 0);
      if (low !== null && high !== null && low <= total && total <= high) held++;
    }
    expect(held / 200).toBeGreaterThanOrEqual(0.7);
    expect(held / 200).toBeLessThanOrEqual(0.9);
  });

  test('of a sum is narrower than the sum of intervals', () => {
    const { low, high, forecast } = forecastTotal(seriesOf(weeklySeries(7, 84)), month(84), 0);
    const widths = forecast.path.reduce((sum, d) => sum + (d.high ?? 0) - (d.low ?? 0), 0);
    expect((high ?? 0) - (low ?? 0)).toBeLessThan(widths * 0.7);
  });

  test('holds its point', () => {
    fc.assert(
      fc.property(aSeries, (values) => {
        const { point, low, high, forecast } = forecastTotal(seriesOf(values), horizonAfter(values.length, 10), 5);
        for (const d of [{ value: point, low, high }, ...forecast.path]) {
          expect(d.low).toBeLessThanOrEqual(d.value);
          expect(d.high).toBeGreaterThanOrEqual(d.value);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('reaches beyond its point on both sides, even where a step of late lifts it above nine paths in ten', () => {
    for (const seed of [3, 4, 10, 11]) {
      const random = randomFrom(seed);
      const stepped = Array.from({ length: 200 }, (_, i) => (i >= 190 - seed ? 900 : 10) + 5 * random());
      const { point, low, high, cumulative } = forecastTotal(seriesOf(stepped), horizonAfter(200, 9), 500);
      expect(low).toBeLessThan(point);
      expect(high).toBeGreaterThan(point);
      expect(cumulative.at(-1)).toMatchObject({ value: point, low, high });
    }
  });

  test('grows with its level', () => {
    const widthAt = (level: number) => {
      const { low, high } = forecastTotal(seriesOf(weeklySeries(7, 84)), month(84), 0, { level });
      return (high ?? 0) - (low ?? 0);
    };
    expect(widthAt(0.8)).toBeGreaterThan(widthAt(0.5));
    expect(widthAt(0.95)).toBeGreaterThan(widthAt(0.8));
  });

  test('is the same for the same seed and another for another', () => {
    const total = (seed: number) => forecastTotal(seriesOf(weeklySeries(7, 84)), month(84), 0, { seed });
    expect(total(5)).toEqual(total(5));
    expect(total(5).low).not.toBe(total(6).low);
    expect(total(5).point).toBe(total(6).point);
  });
});

describe('laws', () => {
  test('c times the history is c times the forecast', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.constantFrom(0.5, 2, 1024), fc.integer({ min: 14, max: 70 }), (seed, c, n) => {
        const values = weeklySeries(seed, n);
        const one = forecastTotal(seriesOf(values), horizonAfter(n, 10), 3);
        const many = forecastTotal(seriesOf(values.map((v) => v * c)), horizonAfter(n, 10), 3 * c);
        expect(many.point / c).toBeCloseTo(one.point, 6);
        if (one.low !== null && many.low !== null) expect(many.low / c).toBeCloseTo(one.low, 6);
        expect(many.forecast.method).toBe(one.forecast.method);
      }),
      { numRuns: 20 },
    );
  });

  test('the order of entries does not matter, and entries of one day are added', () => {
    const series = seriesOf(weeklySeries(3, 40));
    const halves = series.flatMap(({ day, value }) => [
      { day, value: value / 2 },
      { day, value: value / 2 },
    ]);
    expect(forecastDays([...series].reverse(), month(40))).toEqual(forecastDays(series, month(40)));
    expect(forecastDays(halves, month(40))).toEqual(forecastDays(series, month(40)));
  });

  test('a scheduled amount is taken out of the past and added to its day, not modelled', () => {
    const fee = addDays(start, 40);
    const due = addDays(start, 60);
    const plain = seriesOf(weeklySeries(3, 56));
    const withFee = plain.map((d) => (d.day === fee ? { ...d, value: d.value + 5000 } : d));
    const scheduled = [fee, due].map((day) => ({ day, value: 5000 }));
    const expected = forecastTotal(plain, month(56), 0);
    const total = forecastTotal(withFee, month(56), 0, { scheduled });
    expect(total.point).toBeCloseTo(expected.point + 5000, 6);
    expect((total.high ?? 0) - (total.low ?? 0)).toBeCloseTo((expected.high ?? 0) - (expected.low ?? 0), 6);
    const dayOfFee = (path: { day: string; value: number }[]) => path.find((d) => d.day === due)?.value ?? 0;
    expect(dayOfFee(total.forecast.path) - dayOfFee(expected.forecast.path)).toBeCloseTo(5000, 6);
  });

  test('the factor scales what is modelled, growth compounds on it without its own trend', () => {
    const flat = seriesOf(Array(40).fill(10));
    const year = horizonAfter(40, 365);
    expect(forecastTotal(flat, year, 7, { factor: 1.1 }).point).toBeCloseTo(7 + 365 * 11, 6);
    expect(forecastDays(flat, year, { growthPerYear: 0.5 }).path.at(-1)?.value).toBeCloseTo(15, 6);
    const rising = seriesOf(weeklySeries(1, 56, { slope: 2, noise: 0 }));
    const { path } = forecastDays(rising, month(56), { growthPerYear: 0 });
    expect(path[27]?.value).toBeCloseTo(path[6]?.value ?? 0, 6);
  });
});

describe('odd series', () => {
  test('an empty one is nothing', () => {
    expect(forecastTotal([], month(0), 12)).toMatchObject({ point: 12, low: null, high: null });
    expect(forecastDays([], month(0)).path).toHaveLength(28);
  });

  test('one value is a run rate', () => {
    expect(forecastTotal(seriesOf([3]), month(1), 0).point).toBe(84);
  });

  test('zeros stay zeros, without an error to speak of', () => {
    const { point, low, high, forecast } = forecastTotal(seriesOf(Array(60).fill(0)), month(60), 0);
    expect({ point, low, high }).toEqual({ point: 0, low: 0, high: 0 });
    expect(forecast.error).toMatchObject({ wape: null, mase: null });
  });

  test('a constant stays, without doubt', () => {
    const { point, low, high } = forecastTotal(seriesOf(Array(60).fill(0.1)), month(60), 0);
    for (const v of [point, low, high]) expect(v).toBeCloseTo(2.8, 9);
  });

  test('a fall to nothing does not become negative, but credits may', () => {
    const falling = seriesOf(Array.from({ length: 42 }, (_, t) => 84 - 2 * t));
    for (const d of forecastDays(falling, month(42)).path) expect(d.low).toBeGreaterThanOrEqual(0);
    expect(forecastTotal(seriesOf(Array(42).fill(-5)), month(42), 0).point).toBeCloseTo(-140, 9);
  });

  test('an empty horizon is what there is already', () => {
    expect(forecastTotal(seriesOf(weeklySeries(1, 40)), horizonAfter(40, 0), 9)).toMatchObject({ point: 9, low: 9, high: 9 });
  });

  test('days between the history and the horizon are passed over, and weekdays stay themselves', () => {
    const quietSundays = seriesOf(Array.from({ length: 42 }, (_, t) => (t % 7 === 6 ? 0 : 10)));
    const { path } = forecastDays(quietSundays, { from: addDays(start, 45), to: addDays(start, 49) });
    expect(path.map((d) => Math.round(d.value))).toEqual([10, 10, 10, 0]);
  });

  test('what is no number or no day is refused', () => {
    expect(() => forecastDays([{ day: start, value: Number.NaN }], month(1))).toThrow(RangeError);
    expect(() => forecastDays([{ day: '2026-02-3', value: 1 }], month(60))).toThrow(RangeError);
    expect(() => forecastDays([], month(1), { level: 1 })).toThrow(RangeError);
    expect(() => forecastDays([], month(1), { factor: -1 })).toThrow(RangeError);
    expect(() => forecastDays([], month(1), { growthPerYear: -1 })).toThrow(RangeError);
  });
});
