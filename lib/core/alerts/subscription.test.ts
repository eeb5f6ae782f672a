import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSubscription } from './read-subscription';
import { afterQuiet, dueAt, everything, type Subscription, wants, weekdays } from './subscription';
import { severities } from './types';
import { momentOf, nextAt, wallTime } from './zone-time';

const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia', 'America/Sao_Paulo'];
const aZone = fc.constantFrom(...zones);
const aMoment = fc.date({ min: new Date('2024-01-01T00:00:00Z'), max: new Date('2028-12-31T00:00:00Z'), noInvalidDate: true });
const aClock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((t) => t.map((n) => String(n).padStart(2, '0')).join(':'));
const aSubscription: fc.Arbitrary<Subscription> = fc
  .record({
    severity: fc.constantFrom(...severities),
    zone: aZone,
    when: fc.oneof(
      fc.constant({ at: 'once' as const }),
      fc.record({ at: fc.constant('daily' as const), hour: fc.integer({ min: 0, max: 23 }) }),
      fc.record({ at: fc.constant('weekly' as const), weekday: fc.constantFrom(...weekdays), hour: fc.integer({ min: 0, max: 23 }) }),
    ),
    quiet: fc.option(
      fc
        .tuple(aClock, aClock)
        .filter(([a, b]) => a !== b)
        .map(([from, to]) => ({ from, to })),
    ),
    group: fc.integer({ min: 0, max: 240 }),
    criticalAtOnce: fc.boolean(),
  })
  .map(readSubscription);

const berlin = (input: object): Subscription => readSubscription({ zone: 'Europe/Berlin', ...input });
const due = (at: string, s: Subscription, severity = 'warning') => dueAt(new Date(at), s, severity).toISOString();

test('nothing is due before it happened, nor within quiet hours, nor later than ten days', () => {
  fc.assert(
    fc.property(aMoment, aSubscription, fc.constantFrom(...severities), (at, s, severity) => {
      const moment = dueAt(at, s, severity);
      expect(moment.getTime()).toBeGreaterThanOrEqual(at.getTime());
      expect(moment.getTime() - at.getTime()).toBeLessThan(10 * 86_400_000);
      if (!(s.criticalAtOnce && severity === 'critical')) expect(afterQuiet(moment, s)).toEqual(moment);
    }),
    { numRuns: 500 },
  );
});

test('later alerts are never due before earlier ones, and those of one digest are due together', () => {
  fc.assert(
    fc.property(aMoment, fc.integer({ min: 0, max: 86_400 }), aSubscription, (at, seconds, s) => {
      const [a, b] = [dueAt(at, s, 'warning'), dueAt(new Date(at.getTime() + seconds * 1000), s, 'warning')];
      expect(a.getTime()).toBeLessThanOrEqual(b.getTime());
      if (s.when.at !== 'once' && s.quiet === null && at.getTime() + seconds * 1000 < a.getTime()) expect(b).toEqual(a);
    }),
    { numRuns: 500 },
  );
});

test('a wall time and its moment are each other’s, except where the clock shows it never or twice', () => {
  fc.assert(
    fc.property(aMoment, aZone, (at, zone) => {
      const minute = new Date(Math.floor(at.getTime() / 60_000) * 60_000);
      const back = momentOf(wallTime(minute, zone), zone);
      expect(wallTime(back, zone)).toEqual(wallTime(minute, zone));
      expect(minute.getTime() - back.getTime()).toBeLessThanOrEqual(3_600_000); // the first of two
      expect(minute.getTime() - back.getTime()).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 500 },
  );
});

test('a daily digest keeps to the clock on the wall when clocks change', () => {
  const s = berlin({ when: { at: 'daily', hour: 8 } });
  expect(due('2026-03-27T12:00:00Z', s)).toBe('2026-03-28T07:00:00.000Z');
  expect(due('2026-03-28T12:00:00Z', s)).toBe('2026-03-29T06:00:00.000Z');
  expect(due('2026-10-24T12:00:00Z', s)).toBe('2026-10-25T07:00:00.000Z');
  // exactly at its hour: the next one
  expect(due('2026-10-25T07:00:00Z', s)).toBe('2026-10-26T07:00:00.000Z');
});

test('an hour that is left out comes after the gap, one that comes twice counts once', () => {
  const two = berlin({ when: { at: 'daily', hour: 2 } });
  expect(due('2026-03-28T12:00:00Z', two)).toBe('2026-03-29T01:00:00.000Z'); // 02:00 does not exist: 03:00
  expect(due('2026-10-24T12:00:00Z', two)).toBe('2026-10-25T00:00:00.000Z');
  expect(due('2026-10-25T00:30:00Z', two)).toBe('2026-10-26T01:00:00.000Z');
  expect(nextAt(new Date('2026-03-28T12:00:00Z'), 150, 'Europe/Berlin').toISOString()).toBe('2026-03-29T01:30:00.000Z');
});

test('a weekly digest comes on its weekday', () => {
  const s = berlin({ when: { at: 'weekly', weekday: 'monday', hour: 9 } });
  expect(due('2026-11-20T10:00:00Z', s)).toBe('2026-11-23T08:00:00.000Z');
  expect(due('2026-11-23T07:59:59Z', s)).toBe('2026-11-23T08:00:00.000Z');
  expect(due('2026-11-23T08:00:00Z', s)).toBe('2026-11-30T08:00:00.000Z');
});

test('quiet hours over midnight hold back until their end; critical ones may pass', () => {
  const s = berlin({ quiet: { from: '22:00', to: '07:00' } });
  expect(due('2026-11-20T20:59:00Z', s)).toBe('2026-11-20T20:59:00.000Z');
  expect(due('2026-11-20T21:00:00Z', s)).toBe('2026-11-21T06:00:00.000Z');
  expect(due('2026-11-21T05:59:00Z', s)).toBe('2026-11-21T06:00:00.000Z');
  expect(due('2026-11-21T06:00:00Z', s)).toBe('2026-11-21T06:00:00.000Z');
  expect(due('2026-11-20T23:00:00Z', s, 'critical')).toBe('2026-11-20T23:00:00.000Z');
  expect(due('2026-11-20T23:00:00Z', { ...s, criticalAtOnce: false }, 'critical')).toBe('2026-11-21T06:00:00.000Z');
  // the night in which clocks are put back is an hour longer
  expect(due('2026-10-24T20:00:00Z', s)).toBe('2026-10-25T06:00:00.000Z');
  const noon = berlin({ quiet: { from: '12:00', to: '13:30' } });
  expect(due('2026-07-01T10:15:00Z', noon)).toBe('2026-07-01T11:30:00.000Z');
  // the end itself is shown twice: the first time, and the hour that follows is quiet again
  const twice = berlin({ quiet: { from: '02:00', to: '02:30' } });
  expect(due('2026-10-25T00:10:00Z', twice)).toBe('2026-10-25T00:30:00.000Z');
});

test('a group waits for others, and a digest hour within quiet hours for their end', () => {
  expect(due('2026-11-20T10:00:00Z', berlin({ group: 15 }))).toBe('2026-11-20T10:15:00.000Z');
  expect(due('2026-11-20T20:50:00Z', berlin({ group: 15, quiet: { from: '22:00', to: '07:00' } }))).toBe('2026-11-21T06:00:00.000Z');
  expect(due('2026-11-20T20:50:00Z', berlin({ when: { at: 'daily', hour: 6 }, quiet: { from: '22:00', to: '07:00' } }))).toBe(
    '2026-11-21T06:00:00.000Z',
  );
});

test('kinds and severity say what is sent', () => {
  expect(wants(everything, { kind: 'source', severity: 'info' })).toBe(true);
  const s = readSubscription({ kinds: ['budget'], severity: 'warning' });
  expect(wants(s, { kind: 'budget', severity: 'critical' })).toBe(true);
  expect(wants(s, { kind: 'budget', severity: 'info' })).toBe(false);
  expect(wants(s, { kind: 'anomaly', severity: 'critical' })).toBe(false);
});

test.each([
  [{ kinds: [] }, 'kinds is empty'],
  [{ kinds: ['x'] }, 'kinds[0] is none of budget'],
  [{ when: { at: 'daily', hour: 24 } }, 'when.hour is no hour'],
  [{ zone: 'Mars/Base' }, 'zone is no time zone'],
  [{ quiet: { from: '22:00', to: '22:00' } }, 'quiet begins and ends'],
  [{ quiet: { from: '24:00', to: '22:00' } }, 'quiet.from is no time'],
  [{ group: 500 }, 'group is more than 240'],
  [{ paused: true }, 'there is no field "paused"'],
])('what cannot be is refused: %j', (input, words) => {
  expect(() => readSubscription(input)).toThrow(words);
});
