import { expect, test } from 'vitest';
import { daysIn, pagesOf } from './prepare-coverage';

test('a month says how many of its days are there; the month of today knows only those that are over', () => {
  expect(daysIn({ month: '2026-08-01', days: '31' }, '2026-11-21')).toEqual({ text: 'every day', isMissing: false });
  expect(daysIn({ month: '2026-08-01', days: '28' }, '2026-11-21')).toEqual({ text: '28 of 31 days', isMissing: true });
  expect(daysIn({ month: '2026-11-01', days: '20' }, '2026-11-21')).toEqual({ text: 'every day', isMissing: false });
  expect(daysIn({ month: '2026-11-01', days: '18' }, '2026-11-21')).toEqual({ text: '18 of 20 days', isMissing: true });
});

test('pages of months lead back to the first month that has a bill and forward to this one', () => {
  const lastMonth = '2026-11-01';
  expect(pagesOf({ months: ['2025-12-01', '2026-11-01'], firstMonth: '2024-03-01', lastMonth })).toEqual({
    earlier: '2025-11',
    later: null,
    isOnly: false,
  });
  expect(pagesOf({ months: ['2024-03-01', '2024-11-01'], firstMonth: '2024-03-01', lastMonth })).toMatchObject({
    earlier: null,
    later: '2025-11',
  });
  expect(pagesOf({ months: ['2026-05-01', '2026-11-01'], firstMonth: '2026-05-01', lastMonth }).isOnly).toBe(true);
});
