import { expect, test } from 'vitest';
import { addDays } from '../time/days';
import { agoWords, connectionState, type Heard, lateness } from './state';

const now = new Date('2026-11-21T12:00:00Z');
const hoursAgo = (n: number) => new Date(now.getTime() - n * 3_600_000);
const every = (gap: number, last: string, count = 6) => Array.from({ length: count }, (_, i) => addDays(last, -gap * (count - 1 - i)));

const good: Heard = {
  schedule: { every: 'day', hour: 6 },
  enabled: true,
  isRunning: false,
  failure: null,
  failures: 0,
  needsPerson: false,
  createdAt: hoursAgo(2000),
  lastGoodAt: hoursAgo(3),
  arrivals: every(1, '2026-11-21'),
  refused: 0,
};

test.each<[Partial<Heard>, string, string]>([
  [{}, 'good', 'Last good 3 h ago'],
  [{ refused: 1 }, 'good', 'Last good 3 h ago; 1 export is refused'],
  [{ refused: 2, enabled: false }, 'paused', 'Last good 3 h ago; 2 exports are refused'],
  [{ isRunning: true, enabled: false }, 'pulling', 'Pulling now'],
  [{ enabled: false }, 'paused', 'Last good 3 h ago'],
  [{ lastGoodAt: null, createdAt: hoursAgo(1), arrivals: [] }, 'new', 'Not pulled yet as it is set up now'],
  [{ failure: 'The bucket is away.', failures: 1 }, 'failing', 'The bucket is away. Failed once; it is tried again.'],
  [{ failure: 'The bucket is away.', failures: 4 }, 'failing', 'The bucket is away. Failed 4 times; it is tried again.'],
  [{ failure: 'The key is wrong.', failures: 1, needsPerson: true }, 'needs-person', 'The key is wrong.'],
  [{ arrivals: every(1, '2026-11-18') }, 'late', 'Late: nothing new for 3 days, usually every day'],
  [{ lastGoodAt: hoursAgo(72) }, 'late', 'Late: last good 3 days ago'],
  [{ lastGoodAt: null, createdAt: hoursAgo(72), arrivals: [] }, 'late', 'Late: set up 3 days ago and never pulled'],
])('%j is %s: %s', (change, health, words) => {
  expect(connectionState({ ...good, ...change }, now)).toEqual({ health, words });
});

test('what is late is learned: a report of every week may be silent for ten days, one of every day may not', () => {
  const silent = (gap: number, days: number) => lateness({ ...good, arrivals: every(gap, addDays('2026-11-21', -days)) }, now) !== null;
  expect([silent(1, 2), silent(1, 3), silent(7, 10), silent(7, 11), silent(30, 44), silent(30, 45)]).toEqual([
    false,
    true,
    false,
    true,
    false,
    true,
  ]);
});

test('three arrivals say nothing about what is usual', () => {
  expect(lateness({ ...good, arrivals: every(1, '2026-09-01', 3) }, now)).toBeNull();
});

test('one long back-fill does not change what is usual', () => {
  expect(lateness({ ...good, arrivals: ['2026-01-01', ...every(1, '2026-11-20', 5)] }, now)).toBeNull();
});

test.each([
  [0, 'just now'],
  [5, '5 min ago'],
  [125, '2 h ago'],
  [47 * 60, '47 h ago'],
  [48 * 60, '2 days ago'],
])('%i minutes are %s', (minutes, words) => {
  expect(agoWords(new Date(now.getTime() - minutes * 60_000), now)).toBe(words);
});
