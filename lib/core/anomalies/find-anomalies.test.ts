import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { horizonAfter, seriesOf, start, weeklySeries } from '../forecast/series.fixture';
import { addDays } from '../time/days';
import { expectedBand, findAnomalies } from './find-anomalies';

const complete = { to: '2027-01-01' };
const day = (n: number) => addDays(start, n);
/** Six weeks of 100 a day and 20 on Sundays, then what is said. */
const steady = (...last: number[]) => seriesOf([...Array.from({ length: 42 }, (_, t) => (t % 7 === 6 ? 20 : 100)), ...last]);

describe('a flag', () => {
  test('by hand: the median of six Mondays is 100, their deviation below the floor of 5 %', () => {
    const mondays = [98, 100, 102, 100, 99, 101];
    const series = seriesOf(Array.from({ length: 42 }, (_, t) => (t % 7 ? 100 : (mondays[t / 7] ?? 0))));
    expect(expectedBand(series, day(42))).toEqual({ expected: 100, low: 80, high: 120 });
    const found = findAnomalies([...series, { day: day(42), value: 1000 }], complete);
    expect(found).toEqual([
      {
        ...{ from: day(42), to: day(43), direction: 'up', actual: 1000, expected: 100, impact: 900, score: 180 },
        days: [{ day: day(42), actual: 1000, expected: 100, low: 80, high: 120, score: 180 }],
      },
    ]);
  });

  test('by hand: a wide spread is 1.4826 × the median distance from the median', () => {
    const mondays = [60, 80, 100, 120, 140, 100]; // distances 40 20 0 20 40 0
    const series = seriesOf(mondays.flatMap((m) => [m, 100, 100, 100, 100, 100, 100]));
    const band = expectedBand(series, day(42));
    expect(band?.expected).toBe(100);
    expect(band?.high).toBeCloseTo(100 + 4 * 1.4826 * 20, 9);
  });

  test('knows its weekday: 100 on a Sunday is one, on a Monday none', () => {
    expect(findAnomalies(steady(100, 100, 100, 100, 100, 100, 100), complete)).toMatchObject([{ from: day(48), expected: 20, impact: 80 }]);
  });

  test('tenfold is one, and tenfold of nothing is none', () => {
    expect(findAnomalies(steady(1000), complete)).toHaveLength(1);
    const tiny = (factor: number) => findAnomalies(seriesOf([...Array(42).fill(0.5), 0.5 * factor]), complete);
    expect(tiny(10)).toEqual([]);
    expect(tiny(100)).toHaveLength(1);
    expect(findAnomalies(seriesOf([...Array(42).fill(0), 19.99]), complete)).toEqual([]);
    expect(findAnomalies(seriesOf([...Array(42).fill(0), 20]), complete)).toHaveLength(1);
  });

  test('has both floors', () => {
    const large = seriesOf([...Array(42).fill(1000), 1250]);
    expect(findAnomalies(large, complete)).toHaveLength(1);
    expect(findAnomalies(large, complete, { minImpact: 251 })).toEqual([]);
    expect(findAnomalies(large, complete, { minShare: 0.3 })).toEqual([]);
    expect(findAnomalies(large, complete, { threshold: 5 })).toEqual([]);
  });

  test('joins consecutive days of one direction, and is not learned from', () => {
    const found = findAnomalies(steady(300, 500, 100, 400, 0), complete);
    expect(found.map(({ from, to, direction, actual, impact }) => ({ from, to, direction, actual, impact }))).toEqual([
      { from: day(42), to: day(44), direction: 'up', actual: 800, impact: 600 },
      { from: day(45), to: day(46), direction: 'up', actual: 400, impact: 300 },
      { from: day(46), to: day(47), direction: 'drop', actual: 0, impact: -100 },
    ]);
    expect(found[0]?.score).toBeCloseTo(80, 9);
    expect(expectedBand(steady(300, 500, 100, 400, 0), day(49))?.expected).toBe(100);
  });
});

describe('what is missing', () => {
  test('a missing day between others is a drop, as a zero is', () => {
    const whole = steady(100, 100, 100);
    const holed = whole.filter((d) => d.day !== day(43));
    expect(findAnomalies(holed, complete)).toMatchObject([{ from: day(43), to: day(44), direction: 'drop', actual: 0, impact: -100 }]);
    const zeroed = whole.map((d) => (d.day === day(43) ? { ...d, value: 0 } : d));
    expect(findAnomalies(zeroed, complete)).toEqual(findAnomalies(holed, complete));
  });

  test('the days after the last are not here yet, and a long silence is a pause', () => {
    expect(findAnomalies(steady(), complete)).toEqual([]);
    expect(findAnomalies([...steady(), { day: day(50), value: 100 }], complete)).toEqual([]);
    expect(findAnomalies([...steady(), { day: day(49), value: 100 }], complete)).toMatchObject([{ from: day(42), to: day(49) }]);
  });

  test('a weekday that never has an entry is not missed', () => {
    const weekdays = steady(100, 100, 100, 100, 100, 20, 20, 100).filter((_, t) => t % 7 < 5);
    expect(findAnomalies(weekdays, complete)).toEqual([]);
  });

  test('an incomplete day is never flagged', () => {
    expect(findAnomalies(steady(100, 3), { to: day(43) })).toEqual([]);
    expect(findAnomalies(steady(100, 3), { to: day(44) })).toHaveLength(1);
  });
});

describe('what is known', () => {
  test('a planned event is neither flagged nor learned from', () => {
    const series = steady(...Array(7).fill(1000), 100);
    const expectedDays = new Set(Array.from({ length: 7 }, (_, i) => day(42 + i)));
    expect(findAnomalies(series, complete, { expectedDays })).toEqual([]);
    expect(expectedBand(series, day(50), { expectedDays })?.expected).toBe(100);
  });

  test('a shift that stays is one anomaly, until it is taken as the new normal', () => {
    const series = steady(...Array(21).fill(300));
    expect(findAnomalies(series, complete)).toMatchObject([{ from: day(42), to: day(63) }]);
    const normalFrom = day(42);
    expect(findAnomalies(series, complete, { normalFrom })).toEqual([]);
    expect(expectedBand(series, day(63), { normalFrom })?.expected).toBe(300);
    expect(expectedBand(series, day(42), { normalFrom })).toBeNull();
    expect(findAnomalies([...series, { day: day(63), value: 3000 }], complete, { normalFrom })).toMatchObject([{ expected: 300 }]);
  });

  test('left alone, a shift becomes normal after seven weeks', () => {
    const found = findAnomalies(steady(...Array(120).fill(300)), complete);
    expect(found.at(-1)?.to).toBe(day(42 + 49));
  });
});

describe('series of all kinds', () => {
  test('a young one is not judged for two weeks, then with a wider band', () => {
    expect(expectedBand(seriesOf(Array(13).fill(100)), day(13))).toBeNull();
    const band = expectedBand(seriesOf(Array(14).fill(100)), day(14));
    expect(band?.low).toBeCloseTo(40, 9);
    expect(band?.high).toBeCloseTo(160, 9);
    expect(findAnomalies(seriesOf([...Array(14).fill(100), 1000]), complete)).toHaveLength(1);
  });

  test('nothing is found where nothing happens', () => {
    for (const values of [[], [5], Array(60).fill(0), Array(60).fill(70), Array(60).fill(-70)])
      expect(findAnomalies(seriesOf(values), complete)).toEqual([]);
  });

  test('a missing credit is a rise, and its band goes below zero', () => {
    const credits = seriesOf([...Array(42).fill(-100), 0]);
    expect(findAnomalies(credits, complete)).toMatchObject([{ direction: 'up', impact: 100, expected: -100 }]);
    expect(expectedBand(credits, day(42))).toEqual({ expected: -100, low: -120, high: -80 });
    expect(expectedBand(seriesOf([...Array(42).fill(0)]), day(42))?.low).toBe(0);
  });

  test('noise of a tenth is let pass, and the day ten times too dear is found', () => {
    let falseFlags = 0;
    for (let seed = 1; seed <= 50; seed++) {
      const values = weeklySeries(seed, 90);
      falseFlags += findAnomalies(seriesOf(values), complete).length;
      const spiked = values.map((v, t) => (t === 70 ? v * 10 : v));
      expect(findAnomalies(seriesOf(spiked), complete).some((a) => a.from === day(70) && a.direction === 'up')).toBe(true);
    }
    expect(falseFlags / (50 * 76)).toBeLessThan(0.005);
  });

  test('flagged days are outside the band, in order, and add up', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1000, max: 1000, noNaN: true }), { maxLength: 60 }), (values) => {
        const found = findAnomalies(seriesOf(values), horizonAfter(0, 50));
        const days = found.flatMap((a) => a.days);
        expect(days.map((d) => d.day)).toEqual([...new Set(days.map((d) => d.day))].sort());
        for (const d of days) {
          expect(d.actual < d.low || d.actual > d.high).toBe(true);
          expect(d.day < day(50)).toBe(true);
        }
        for (const a of found)
          expect(a.impact).toBeCloseTo(
            a.days.reduce((sum, d) => sum + d.actual - d.expected, 0),
            6,
          );
      }),
    );
  });

  test('the band of a day is the one it was flagged by', () => {
    const series = steady(100, 900);
    const { expected, low, high } = findAnomalies(series, complete)[0]?.days[0] ?? {};
    expect(expectedBand(series, day(43))).toEqual({ expected, low, high });
  });
});
