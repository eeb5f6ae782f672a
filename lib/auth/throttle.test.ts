import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterFailure, type Failures, pauseMs, waitInWords, waitMs } from './throttle';

const start = new Date('2026-03-01T10:00:00Z');
const later = (ms: number, from = start) => new Date(from.getTime() + ms);
const none: Failures = { failures: 0, lastFailure: start, lockedUntil: null };
const failing = (times: number, at = start) => Array.from({ length: times }).reduce<Failures>((s) => afterFailure(s, at), none);

test('two slips cost nothing, the third starts a pause', () => {
  expect(waitMs(failing(2), start)).toBe(0);
  expect(waitMs(failing(3), start)).toBe(2000);
  expect(waitMs(failing(3), later(2000))).toBe(0);
});

test('pauses never shrink as failures grow', () => {
  fc.assert(
    fc.property(fc.nat(50), (n) => {
      expect(pauseMs(n + 1)).toBeGreaterThanOrEqual(pauseMs(n));
    }),
  );
});

test('the tenth failure locks for fifteen minutes, and then counting starts anew', () => {
  const locked = failing(10);
  expect(waitMs(locked, start)).toBe(15 * 60_000);
  const free = later(15 * 60_000);
  expect(waitMs(locked, free)).toBe(0);
  expect(afterFailure(locked, free)).toEqual({ failures: 1, lastFailure: free, lockedUntil: null });
});

test('an hour of quiet is forgiveness', () => {
  expect(waitMs(failing(9), later(3_600_001))).toBe(0);
  expect(afterFailure(failing(9), later(3_600_001)).failures).toBe(1);
});

test('the remaining time is said in words', () => {
  expect(waitInWords(900)).toBe('Try again in 1 second');
  expect(waitInWords(8000)).toBe('Try again in 8 seconds');
  expect(waitInWords(15 * 60_000)).toBe('Try again in 15 minutes');
});
