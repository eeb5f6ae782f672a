import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '@/lib/core/time/days';
import { type Range, stepRange } from '@/lib/core/time/period';
import { type Step, stepPeriod } from './step-period';

const today = '2026-11-21';
const month = (from: string, to: string) => ({ period: 'mtd' as const, pinned: true, range: { from, to } });

test('back and back again goes through the months, and forward returns to the running one', () => {
  expect(stepPeriod({ period: 'mtd', pinned: false, range: { from: '2026-11-01', to: '2026-11-20' } }, -1, today)).toEqual({
    period: 'last-month',
  });
  expect(stepPeriod({ period: 'last-month', pinned: false, range: { from: '2026-10-01', to: '2026-11-01' } }, -1, today)).toEqual({
    range: { from: '2026-09-01', to: '2026-10-01' },
  });
  expect(stepPeriod(month('2026-09-01', '2026-10-01'), 1, today)).toEqual({ range: { from: '2026-10-01', to: '2026-11-01' } });
  expect(stepPeriod(month('2026-10-01', '2026-11-01'), 1, today)).toEqual({ period: 'mtd' });
});

test('nothing that has not begun is shown', () => {
  expect(stepPeriod({ period: 'mtd', pinned: false }, 1, today)).toBeNull();
  expect(stepPeriod(month('2026-11-01', '2026-12-01'), 1, today)).toBeNull();
  expect(stepPeriod({ period: '30d', pinned: false, range: { from: '2026-10-21', to: '2026-11-20' } }, 1, today)).toBeNull();
});

test('a page that knows named periods only steps between those', () => {
  expect(stepPeriod({ period: 'last-month', pinned: false }, 1, today)).toEqual({ period: 'mtd' });
  for (const period of ['last-month', '30d', '90d', '12m'] as const) expect(stepPeriod({ period, pinned: false }, -1, today)).toBeNull();
});

test('quarters stay quarters, a year to date is preceded by as many months, other days by as many days', () => {
  expect(stepRange({ from: '2026-07-01', to: '2026-10-01' }, -1)).toEqual({ from: '2026-04-01', to: '2026-07-01' });
  expect(stepRange({ from: '2025-12-01', to: '2026-11-20' }, -1, true)).toEqual({ from: '2024-12-01', to: '2025-12-01' });
  expect(stepRange({ from: '2026-10-21', to: '2026-11-20' }, -1)).toEqual({ from: '2026-09-21', to: '2026-10-21' });
});

test('a step and back is where one was, and steps leave no day out', () => {
  const isMonths = ({ from, to }: Range) => from.endsWith('-01') && to.endsWith('-01');
  const day = fc.integer({ min: 0, max: 3000 }).map((n) => addDays('2019-01-01', n));
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 400 }), (from, days) => {
      const range = { from, to: addDays(from, days) };
      const before = stepRange(range, -1);
      expect(before.to).toBe(from);
      fc.pre(!isMonths(range) && !isMonths(before));
      expect(stepRange(before, 1)).toEqual(range);
    }),
  );
});

test('a step says either a name or days', () => {
  const step: Step | null = stepPeriod(month('2026-10-05', '2026-10-12'), 1, today);
  expect(step).toEqual({ range: { from: '2026-10-12', to: '2026-10-19' } });
});
