import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPlan, usualStart, windowOf } from './plan';
import { hoursBetween, nextAt, retryAt, type Schedule, scheduleWords } from './schedule';

const schedules: fc.Arbitrary<Schedule> = fc.oneof(
  fc.constant<Schedule>({ every: 'hour' }),
  fc.constant<Schedule>({ every: '6-hours' }),
  fc.integer({ min: 0, max: 23 }).map((hour): Schedule => ({ every: 'day', hour })),
);
const moments = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
const at = (text: string) => new Date(text);

test('the next pull is later, by no more than one turn of the schedule, on a full hour', () => {
  fc.assert(
    fc.property(schedules, moments, (schedule, now) => {
      const next = nextAt(schedule, now);
      const wait = next.getTime() - now.getTime();
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(hoursBetween(schedule) * 3_600_000);
      expect(next.getTime() % 3_600_000).toBe(0);
      expect(nextAt(schedule, next).getTime() - next.getTime()).toBe(hoursBetween(schedule) * 3_600_000);
    }),
  );
});

test.each<[Schedule, string, string, string]>([
  [{ every: 'hour' }, '2026-11-21T17:00:00Z', '2026-11-21T18:00:00Z', 'every hour'],
  [{ every: '6-hours' }, '2026-11-21T17:59:59Z', '2026-11-21T18:00:00Z', 'every 6 hours'],
  [{ every: 'day', hour: 5 }, '2026-11-21T05:00:00Z', '2026-11-22T05:00:00Z', 'daily at 05:00 UTC'],
  [{ every: 'day', hour: 5 }, '2026-12-31T04:59:00Z', '2026-12-31T05:00:00Z', 'daily at 05:00 UTC'],
])('%j after %s is %s: %s', (schedule, now, next, words) => {
  expect(nextAt(schedule, at(now))).toEqual(at(next));
  expect(scheduleWords(schedule)).toBe(words);
});

test('a failure is tried again after 5, 15 and 60 minutes, then as the schedule has it', () => {
  const now = at('2026-11-21T10:30:00Z');
  const daily: Schedule = { every: 'day', hour: 6 };
  expect([1, 2, 3, 4, 9].map((n) => retryAt(daily, n, now).toISOString().slice(8, 16))).toEqual([
    '21T10:35',
    '21T10:45',
    '21T11:30',
    '22T06:00',
    '22T06:00',
  ]);
});

const plan = readPlan({ schedule: { every: 'hour' }, from: '2025-11-01' });

test('the first pull reads everything that is wanted, today included', () => {
  expect(windowOf(plan, null, '2026-11-21')).toEqual({ from: '2025-11-01', until: '2026-11-22' });
});

test('later pulls read the month before again, and after an outage the one before it began', () => {
  expect(windowOf(plan, at('2026-11-21T05:00:00Z'), '2026-11-21').from).toBe('2026-10-01');
  expect(windowOf(plan, at('2026-08-02T05:00:00Z'), '2026-11-21').from).toBe('2026-07-01');
  expect(windowOf({ ...plan, from: '2026-11-10' }, at('2026-11-21T05:00:00Z'), '2026-11-21').from).toBe('2026-11-10');
});

test('a back-fill reaches further back, and never leaves out what is read anyway', () => {
  const asked = (from: string | null) => windowOf({ ...plan, wanted: { from, by: 'Ada' } }, at('2026-11-21T05:00:00Z'), '2026-11-21').from;
  expect([asked('2024-01-01'), asked('2026-11-15'), asked(null)]).toEqual(['2024-01-01', '2026-10-01', '2026-10-01']);
});

test('what is stored half is read with what is usual', () => {
  expect(plan).toEqual({ schedule: { every: 'hour' }, from: '2025-11-01', wanted: null, needsPerson: false });
  expect(readPlan({ from: '2025-11-01', schedule: { every: 'year' } }).schedule).toEqual({ every: 'day', hour: 6 });
  expect(usualStart('2026-11-21')).toBe('2025-11-01');
});
