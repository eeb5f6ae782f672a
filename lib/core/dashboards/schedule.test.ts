import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextMailAt, Schedule } from './schedule';

const monday = Schedule.parse({ every: 'week', day: 1, hour: 7, zone: 'Europe/Berlin', channel: 1 });

test('Monday at seven in Berlin, over the change of clocks', () => {
  expect(nextMailAt(monday, new Date('2026-10-20T12:00:00Z')).toISOString()).toBe('2026-10-26T06:00:00.000Z');
  expect(nextMailAt(monday, new Date('2026-10-19T04:59:00Z')).toISOString()).toBe('2026-10-19T05:00:00.000Z');
  expect(nextMailAt(monday, new Date('2026-10-19T05:00:00Z')).toISOString()).toBe('2026-10-26T06:00:00.000Z');
});

test('the first of each month, twelve in a year', () => {
  const monthly = Schedule.parse({ ...monday, every: 'month', day: 1, zone: 'UTC' });
  let at = new Date('2026-01-01T07:00:00Z');
  const seen = Array.from({ length: 12 }, () => {
    at = nextMailAt(monthly, at);
    return at.toISOString().slice(0, 10);
  });
  expect(seen.at(-1)).toBe('2027-01-01');
  expect(new Set(seen.map((d) => d.slice(8)))).toEqual(new Set(['01']));
});

test('the next time is always ahead, and not further than a month', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('week' as const, 'month' as const),
      fc.integer({ min: 1, max: 28 }),
      fc.integer({ min: 0, max: 23 }),
      fc.constantFrom('UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'),
      fc.date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
      (every, day, hour, zone, after) => {
        const next = nextMailAt({ every, day: every === 'week' ? ((day - 1) % 7) + 1 : day, hour, zone, channel: 1 }, after);
        const days = (next.getTime() - after.getTime()) / 86_400_000;
        expect(days).toBeGreaterThan(0);
        expect(days).toBeLessThan(every === 'week' ? 8 : 32);
      },
    ),
  );
});

test('a week has no eighth day', () => {
  expect(Schedule.safeParse({ ...monday, day: 8 }).success).toBe(false);
});
