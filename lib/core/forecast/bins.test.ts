import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startOfBin } from '../time/bins';
import { addDays } from '../time/days';
import { forecastBins, type KnownBin } from './bins';
import { forecastDays, forecastTotal } from './forecast';
import type { DayValue } from './types';

const first = '2026-08-03';
/** Weekdays dearer than weekends, with noise that is the same each time. */
const history = (days: number): DayValue[] =>
  Array.from({ length: days }, (_, i) => ({
    day: addDays(first, i),
    value: (i % 7 < 5 ? 100 : 40) + ((i * 7919) % 23),
  }));
const at = (days: number) => addDays(first, days);
const binsOf = (from: string, to: string, unit: 'day' | 'week', known: (from: string, to: string) => number): KnownBin[] => {
  const starts = [
    ...new Set(
      Array.from({ length: 90 }, (_, i) => addDays(from, i))
        .filter((d) => d < to)
        .map(startOfBin[unit]),
    ),
  ];
  return starts.map((start, i) => {
    const own = { from: start < from ? from : start, to: starts[i + 1] ?? to };
    return { ...own, known: known(own.from, own.to) };
  });
};
const knownOf = (list: readonly DayValue[]) => (from: string, to: string) =>
  list.filter((d) => d.day >= from && d.day < to).reduce((sum, d) => sum + d.value, 0);
const near = (a: number, b: number) => expect(a).toBeCloseTo(b, 6);

test('days as bins are the days of the forecast, and all of them its total, with the same interval', () => {
  const past = history(60);
  const [from, horizon] = [at(50), { from: at(60), to: at(75) }];
  const { bins, ...how } = forecastBins(past, horizon, binsOf(from, horizon.to, 'day', knownOf(past)));
  const days = forecastDays(past, horizon);
  const already = knownOf(past)(from, horizon.from);
  const total = forecastTotal(past, horizon, already);
  expect(bins.map((b) => b.from)).toEqual(days.path.map((d) => d.day));
  bins.forEach((b, i) => {
    near(b.value, days.path[i]?.value ?? Number.NaN);
    near(b.low ?? Number.NaN, days.path[i]?.low ?? Number.NaN);
    near(b.sum.value, total.cumulative[i]?.value ?? Number.NaN);
    near(b.sum.high ?? Number.NaN, total.cumulative[i]?.high ?? Number.NaN);
  });
  expect(how).toMatchObject({ method: days.method, confidence: days.confidence, level: days.level });
});

test('however a horizon is cut, its parts come to the same, what is known included', () => {
  fc.assert(
    fc.property(fc.integer({ min: 30, max: 80 }), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 25 }), (n, ahead, back) => {
      const past = history(n);
      const [from, to] = [at(n - back), at(n + ahead)];
      const ask = (unit: 'day' | 'week') => forecastBins(past, { from: at(n), to }, binsOf(from, to, unit, knownOf(past))).bins;
      const [days, weeks] = [ask('day'), ask('week')];
      near(days.at(-1)?.sum.value ?? Number.NaN, weeks.at(-1)?.sum.value ?? Number.NaN);
      near(days.at(-1)?.sum.low ?? Number.NaN, weeks.at(-1)?.sum.low ?? Number.NaN);
      for (const b of [...days, ...weeks]) {
        expect(b.low).toBeLessThanOrEqual(b.value);
        expect(b.high).toBeGreaterThanOrEqual(b.value);
      }
      // a week in which some days are known costs at least these
      expect(weeks[0]?.low).toBeGreaterThanOrEqual(knownOf(past)(weeks[0]?.from ?? '', at(n)) - 1e-9);
    }),
    { numRuns: 12 },
  );
});

test('of a period that begins after the last complete day only its own days count', () => {
  const past = history(40);
  const { bins } = forecastBins(past, { from: at(40), to: at(47) }, [{ from: at(43), to: at(47), known: 0 }]);
  const { path } = forecastDays(past, { from: at(40), to: at(47) });
  expect(bins).toHaveLength(1);
  near(
    bins[0]?.value ?? Number.NaN,
    path.slice(3).reduce((sum, d) => sum + d.value, 0),
  );
});

test('from less than two weeks there is no interval', () => {
  const { bins, confidence } = forecastBins(history(10), { from: at(10), to: at(12) }, [{ from: at(8), to: at(12), known: 7 }]);
  expect(confidence).toBe('none');
  expect(bins[0]).toMatchObject({ low: null, high: null, sum: { low: null, high: null } });
  expect(bins[0]?.value).toBeGreaterThan(7);
});
