import { expect, test } from 'vitest';
import { dayNumberOf, dayOfNumber, monthTicks } from './date-axis';

test('a day is its number and back', () => {
  for (const day of ['1970-01-01', '2026-02-28', '2028-02-29', '2032-12-31']) expect(dayOfNumber(dayNumberOf(day))).toBe(day);
});

test('ticks are beginnings of months around all days, and few', () => {
  expect(monthTicks(['2026-12-14'])).toEqual(['2026-12-01', '2027-01-01']);
  expect(monthTicks(['2026-12-01', '2026-10-20', '2027-02-03'])).toEqual([
    '2026-10-01',
    '2026-11-01',
    '2026-12-01',
    '2027-01-01',
    '2027-02-01',
    '2027-03-01',
  ]);
  const years = monthTicks(['2026-05-03', '2031-01-01']);
  expect(years.length).toBeLessThanOrEqual(7);
  expect([years[0], (years.at(-1) ?? '') > '2031-01-01']).toEqual(['2026-05-01', true]);
  expect(monthTicks([])).toEqual([]);
});
