import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seriesOf, start } from '../forecast/series.fixture';
import { addDays } from '../time/days';
import { driversOf } from './drivers';

const day = (n: number) => addDays(start, n);
const window = { from: day(42), to: day(43) };
const flat = (value: number, last: number) => seriesOf([...Array(42).fill(value), last]);

test('the part that moved comes first, with its share of the whole', () => {
  const drivers = driversOf(
    [
      { key: 'quiet', series: flat(50, 50) },
      { key: 'gpt', series: flat(100, 400) },
      { key: 'claude', series: flat(100, 0) },
    ],
    window,
  );
  expect(drivers).toEqual([
    { key: 'gpt', actual: 400, expected: 100, change: 300, share: 1.5 },
    { key: 'claude', actual: 0, expected: 100, change: -100, share: -0.5 },
    { key: 'quiet', actual: 50, expected: 50, change: 0, share: 0 },
  ]);
});

test('a new part is expected to be nothing, and one that is gone is missed whole', () => {
  const parts = [
    { key: 'new', series: [{ day: day(42), value: 70 }] },
    { key: 'gone', series: seriesOf(Array(42).fill(30)) },
  ];
  expect(driversOf(parts, window)).toMatchObject([
    { key: 'new', expected: 0, change: 70 },
    { key: 'gone', actual: 0, change: -30 },
  ]);
});

test('a part that comes now and then is not expected every day, and a day without any part is no zero', () => {
  const rare = seriesOf([500]);
  const always = flat(10, 10).filter((d) => d.day !== day(35));
  expect(
    driversOf(
      [
        { key: 'rare', series: rare },
        { key: 'always', series: always },
      ],
      window,
    ).map((d) => [d.key, d.expected]),
  ).toEqual([
    ['always', 10],
    ['rare', 0],
  ]);
});

test('a window longer than a week is judged by the weeks before it', () => {
  const drivers = driversOf([{ key: 'a', series: seriesOf([...Array(42).fill(10), ...Array(14).fill(15)]) }], {
    from: day(42),
    to: day(56),
  });
  expect(drivers).toEqual([{ key: 'a', actual: 210, expected: 140, change: 70, share: 1 }]);
});

test('without a same weekday before it, the last days are the measure', () => {
  expect(driversOf([{ key: 'a', series: seriesOf([10, 12, 14, 50]) }], { from: day(3), to: day(4) })).toMatchObject([{ expected: 12 }]);
});

test('nothing moved, nothing to share', () => {
  expect(driversOf([], window)).toEqual([]);
  expect(driversOf([{ key: 'a', series: flat(1, 1) }], window)).toMatchObject([{ change: 0, share: 0 }]);
});

test('shares add up to one', () => {
  const aPart = fc.array(fc.integer({ min: -100, max: 1000 }), { minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(fc.array(aPart, { minLength: 1, maxLength: 6 }), (parts) => {
      const drivers = driversOf(
        parts.map((values, i) => ({ key: String(i), series: seriesOf(values) })),
        { from: day(30), to: day(33) },
      );
      const sum = (of: 'share' | 'change') => drivers.reduce((total, d) => total + d[of], 0);
      expect(sum('share')).toBeCloseTo(sum('change') === 0 ? 0 : 1, 6);
    }),
  );
});
