import { expect, test } from 'vitest';
import { expectedUntil } from './forecast-horizon';

const today = '2026-11-21';
const completeTo = '2026-11-20';
const pinned = (from: string, to: string) => expectedUntil({ period: 'mtd', from, to }, { from, to }, completeTo, today);

test('the running month and the year up to it go on to the end of the month', () => {
  expect(expectedUntil({ period: 'mtd' }, { from: '2026-11-01', to: completeTo }, completeTo, today)).toEqual({ until: '2026-12-01' });
  expect(expectedUntil({ period: '12m' }, { from: '2025-12-01', to: completeTo }, completeTo, today)).toEqual({ until: '2026-12-01' });
});

test('days of one’s own end where they were said to: a quarter, a year', () => {
  expect(pinned('2026-10-01', '2027-01-01')).toEqual({ until: '2027-01-01' });
  expect(pinned('2026-01-01', '2027-01-01')).toEqual({ until: '2027-01-01' });
  expect(pinned('2026-11-20', '2026-11-30')).toEqual({ until: '2026-11-30' });
});

test.each([
  [{ period: 'last-month' as const }, { from: '2026-10-01', to: '2026-11-01' }, 'nothing of them is left'],
  [{ period: '30d' as const }, { from: '2026-10-21', to: completeTo }, 'nothing of them is left'],
  [{ period: 'mtd' as const }, { from: '2026-08-01', to: '2026-08-20' }, 'is over'], // a ledger of old bills
])('%j has nothing left to expect', (q, range, why) => {
  expect(expectedUntil(q, range, range.to, today)).toEqual({ why: expect.stringContaining(why) });
});

test('what is over, has not begun or lies too far ahead is said to', () => {
  expect(pinned('2026-10-01', '2026-11-20')).toEqual({ why: expect.stringContaining('is over') });
  expect(pinned('2026-12-01', '2027-01-01')).toEqual({ why: 'This period has not begun.' });
  expect(pinned('2026-11-01', '2028-11-01')).toEqual({ why: expect.stringContaining('more than a year') });
});
