import { expect, test } from 'vitest';
import { bucketsOf } from './buckets';
import { type ChartMark, placeMarks, unplaced } from './chart-marks';

const mark = (from: string, to: string, key = from): ChartMark => ({ key, from, to, direction: 'up', label: key, href: '/' });
const points = (unit: 'day' | 'week') => bucketsOf('2026-11-01', '2026-11-16', unit).map(({ from, to }) => ({ day: from, to }));
const placed = (marks: ChartMark[], unit: 'day' | 'week' = 'day') =>
  placeMarks(points(unit), marks).map((p) => [p.number, p.day, p.marks.map((m) => m.key).join()]);

test('flags stand where something began, numbered from the left; what began before is at the first bar, what is elsewhere nowhere', () => {
  const early = mark('2026-10-30', '2026-11-02', 'early');
  expect(placed([mark('2026-11-05', '2026-11-07'), early, mark('2026-11-20', '2026-11-21'), mark('2026-10-01', '2026-11-01')])).toEqual([
    [1, '2026-11-01', 'early'],
    [2, '2026-11-05', '2026-11-05'],
  ]);
});

test('what falls into one bar has one flag', () => {
  expect(placed([mark('2026-11-05', '2026-11-06'), mark('2026-11-03', '2026-11-04')], 'week')).toEqual([
    [1, '2026-11-02', '2026-11-05,2026-11-03'],
  ]);
});

test('there are nine at most, those that came first in the list', () => {
  const many = Array.from({ length: 14 }, (_, i) => mark(`2026-11-${String(14 - i).padStart(2, '0')}`, `2026-11-${15 - i}`));
  expect(placed(many).map(([n, day]) => `${n} ${day}`)).toEqual(
    Array.from({ length: 9 }, (_, i) => `${i + 1} 2026-11-${String(i + 6).padStart(2, '0')}`),
  );
});

test('what people wrote always has a flag and comes first in its bar; what is left over is counted', () => {
  const days = Array.from(
    { length: 14 },
    (_, i) => [`2026-11-${String(i + 1).padStart(2, '0')}`, `2026-11-${String(i + 2).padStart(2, '0')}`] as const,
  );
  const found = days.map(([from, to]) => mark(from, to, `found ${from}`));
  const notes = days
    .slice(0, 11)
    .map(([from, to]): ChartMark => ({ ...mark(from, to, `note ${from}`), direction: null, href: null, isNote: true }));
  const flags = placeMarks(points('day'), [...found, ...notes]);
  expect(flags).toHaveLength(11);
  expect(flags[0]?.marks.map((m) => m.key)).toEqual(['note 2026-11-01', 'found 2026-11-01']);
  expect(unplaced(points('day'), [...found, ...notes], flags)).toBe(3);
});
