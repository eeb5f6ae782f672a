import { describe, expect, test } from 'vitest';
import { randomFrom } from '../forecast/simulate';
import type { DayValue } from '../forecast/types';
import { addDays } from '../time/days';
import { driversOf } from './drivers';
import { expectedBand, findAnomalies } from './find-anomalies';
import { priceVolumeMix } from './price-volume-mix';

const start = '2026-01-05';
const week = [100, 110, 120, 115, 105, 40, 30];
const series = (days: number, change: Record<number, number> = {}): DayValue[] =>
  Array.from({ length: days }, (_, i) => ({ day: addDays(start, i), value: change[i] ?? week[i % 7] ?? 0 }));
const complete = (days: number) => ({ to: addDays(start, days) });

describe('what is no usual day', () => {
  test('ten times the usual on one day is one anomaly, with what was expected', () => {
    const [found, ...others] = findAnomalies(series(60, { 50: 1_100 }), complete(60));
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      from: addDays(start, 50),
      to: addDays(start, 51),
      direction: 'up',
      actual: 1_100,
      expected: 110,
      impact: 990,
    });
  });
  test('days on end are one', () => {
    expect(findAnomalies(series(60, { 50: 900, 51: 950, 52: 930 }), complete(60))).toMatchObject([
      { from: addDays(start, 50), to: addDays(start, 53) },
    ]);
  });
  test('a drop is one too, and so is a day that is missing between others', () => {
    expect(findAnomalies(series(60, { 50: 0 }), complete(60))).toMatchObject([{ direction: 'drop', impact: -110 }]);
    expect(
      findAnomalies(
        series(60).filter((_, i) => i !== 50),
        complete(60),
      ),
    ).toMatchObject([{ direction: 'drop', actual: 0 }]);
  });
  test('ten times nothing is none, nor is a weekend, a usual week or a day that is not complete', () => {
    const tiny = series(60, { 50: 11 }).map((d, i) => ({ ...d, value: i === 50 ? 11 : d.value / 100 }));
    expect(findAnomalies(tiny, complete(60))).toEqual([]);
    expect(findAnomalies(series(60), complete(60))).toEqual([]);
    expect(findAnomalies(series(60, { 59: 5_000 }), complete(59))).toEqual([]);
  });
  test('noise of a tenth raises none in a year', () => {
    const random = randomFrom(5);
    const noisy = series(365).map((d) => ({ ...d, value: d.value * (0.9 + 0.2 * random()) }));
    expect(findAnomalies(noisy, complete(365))).toEqual([]);
  });
  test('planned days are left alone, and a new normal is accepted', () => {
    expect(findAnomalies(series(60, { 50: 1_100 }), complete(60), { expectedDays: new Set([addDays(start, 50)]) })).toEqual([]);
    const shifted = series(80).map((d, i) => ({ ...d, value: i >= 50 ? d.value * 3 : d.value }));
    expect(findAnomalies(shifted, complete(80)).length).toBeGreaterThan(0);
    expect(findAnomalies(shifted, complete(80), { normalFrom: addDays(start, 50) })).toEqual([]);
  });
  test('the band is the usual day and what is allowed around it', () => {
    const band = expectedBand(series(60), addDays(start, 60));
    expect(band?.expected).toBe(week[60 % 7]);
    expect(band && band.low < band.expected && band.expected < band.high).toBe(true);
    expect(expectedBand([], start)).toBeNull();
  });
});

test('the part that moved comes first, with its share', () => {
  const drivers = driversOf(
    [
      { key: 'gpt-5', series: series(60, { 50: 1_010 }) },
      { key: 'claude', series: series(60, { 50: 210 }) },
      { key: 'quiet', series: series(60) },
    ],
    { from: addDays(start, 50), to: addDays(start, 51) },
  );
  expect(drivers.map((d) => [d.key, d.actual, d.expected, d.change])).toEqual([
    ['gpt-5', 1_010, 110, 900],
    ['claude', 210, 110, 100],
    ['quiet', 110, 110, 0],
  ]);
  expect(drivers[0]?.share).toBeCloseTo(0.9, 9);
});

test('price, volume and mix add up to the change, worked by hand', () => {
  // 100 units at 2 become 150 at 3: price (3−2)·100, volume 2·50, mix 1·50
  const { price, volume, mix, unexplained } = priceVolumeMix(
    [{ key: 'a', cost: 200, quantity: 100 }],
    [
      { key: 'a', cost: 450, quantity: 150 },
      { key: 'new', cost: 30, quantity: 10 },
      { key: 'fee', cost: 7, quantity: 0 },
    ],
  );
  expect([price, volume, mix, unexplained]).toEqual([100, 130, 50, 7]);
});
