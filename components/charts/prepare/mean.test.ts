import { expect, test } from 'vitest';
import { prepareStack, type StackInput } from './stack';

const day = (n: number) => `2026-10-${String(n).padStart(2, '0')}`;
const points = Array.from({ length: 9 }, (_, i) => i + 1)
  .filter((n) => n !== 9)
  .flatMap((n) => [
    { day: day(n), group: 'a', currency: 'USD', amount: n === 8 ? '-6' : '1' },
    { day: day(n), group: 'b', currency: 'USD', amount: '0.1' },
  ]);
const input: StackInput = { points, from: day(1), to: day(10), currency: 'USD', mean: 7 };

test('each day is the mean of seven, and the first six have none', () => {
  const { points: days, table, total } = prepareStack(input);
  expect(days.map((p) => p.state)).toEqual([...Array(6).fill('missing'), 'complete', 'complete', 'missing']);
  expect(days[6]?.amounts).toEqual({ a: '1', b: '0.1' });
  expect(days[7]).toMatchObject({ amounts: { a: '0', b: '0.1' }, total: '0.1' }); // (6 × 1 − 6) / 7
  expect(table.total).toBeUndefined(); // means add up to nothing
  expect(total).toBe('1.8');
});

test('a day without charges counts as nothing once there were some, as far as bills are complete', () => {
  const known = prepareStack({ ...input, completeTo: day(10) }).points;
  expect(known.map((p) => p.state)).toEqual([...Array(6).fill('missing'), ...Array(3).fill('complete')]);
  expect(known[8]).toMatchObject({ amounts: { a: '-0.142857142857', b: '0.085714285714' } }); // (5 − 6 + 0) / 7, 6 × 0.1 / 7
  const rare = prepareStack({ ...input, points: [points[2], points[12]] as StackInput['points'], to: day(10) }).points;
  expect(rare.map((p) => p.state)).toEqual(Array(9).fill('missing')); // from day 2 to day 7 six are known
  const week = prepareStack({ ...input, points: [points[0], points[12]] as StackInput['points'], to: day(10) }).points;
  expect(week[6]?.amounts).toEqual({ a: '0.285714285714' });
});

test('a mean that is no finite decimal keeps twelve places', () => {
  const { points: days } = prepareStack({
    ...input,
    points: points.filter((p) => p.group === 'a' && p.amount === '1'),
    to: day(8),
    mean: 3,
  });
  expect(days[2]?.amounts.a).toBe('1');
  const third = prepareStack({
    ...input,
    points: [
      { ...points[0], amount: '1' },
      { ...points[2], group: 'a', amount: '0' },
      { ...points[4], amount: '0' },
    ] as StackInput['points'],
    mean: 3,
  });
  expect(third.points[2]?.amounts.a).toBe('0.333333333333');
});

test('a day that is not complete has no mean, and weeks are not averaged', () => {
  const late = prepareStack({ ...input, incompleteDays: [day(8)] });
  expect(late.points.map((p) => p.state === 'complete')).toEqual([...Array(6).fill(false), true, false, false]);
  const { mean, ...rest } = input;
  expect(mean).toBe(7);
  expect(prepareStack({ ...input, unit: 'week' })).toEqual(prepareStack({ ...rest, unit: 'week' }));
});
