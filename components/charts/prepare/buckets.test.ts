import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bucketLabel, bucketsOf, bucketTitle } from './buckets';
import { daysBetween } from './days';

test('buckets hold every day of their range once', () => {
  const start = fc.integer({ min: 0, max: 900 }).map((n) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10));
  fc.assert(
    fc.property(start, fc.integer({ min: 1, max: 800 }), fc.constantFrom('day', 'week', 'month'), (from, days, unit) => {
      const to = new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
      const buckets = bucketsOf(from, to, unit);
      expect(buckets.flatMap((b) => daysBetween(b.from, b.to))).toEqual(daysBetween(from, to));
      expect(buckets.filter((b) => b.isCut).length).toBeLessThanOrEqual(1);
    }),
  );
});

test('twelve months begin with the month of the title and end with a part of this one', () => {
  const months = bucketsOf('2025-12-01', '2026-11-21', 'month');
  expect(months).toHaveLength(12);
  expect(months[0]).toEqual({ from: '2025-12-01', to: '2026-01-01', isCut: false });
  expect(months.at(-1)).toEqual({ from: '2026-11-01', to: '2026-11-21', isCut: true });
  expect(months.map((m, i) => bucketLabel(m.from, 'month', i === 0)).slice(0, 3)).toEqual(['Dec 2025', 'Jan 2026', 'Feb']);
  expect(bucketTitle(months[0] ?? { from: '', to: '' }, 'month')).toBe('Dec 2025');
  expect(bucketTitle(months.at(-1) ?? { from: '', to: '' }, 'month')).toBe('1 Nov – 20 Nov 2026');
});

test('weeks begin on Monday', () => {
  expect(bucketsOf('2026-11-04', '2026-11-21', 'week').map((b) => b.from)).toEqual(['2026-11-04', '2026-11-09', '2026-11-16']);
});
