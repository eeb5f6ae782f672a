import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterFailure, type Failures, type Policy, pauseMs, perAccount, perAddress, strict, waitInWords, waitMs } from './throttle';

const start = new Date('2026-03-01T10:00:00Z');
const later = (ms: number, from = start) => new Date(from.getTime() + ms);
const none: Failures = { failures: 0, lastFailure: start, lockedUntil: null };
const failing = (times: number, policy: Policy = strict, at = start) =>
  Array.from({ length: times }).reduce<Failures>((s) => afterFailure(s, policy, at), none);

test('two slips cost nothing, the third starts a pause', () => {
  expect(waitMs(failing(2), strict, start)).toBe(0);
  expect(waitMs(failing(3), strict, start)).toBe(2000);
  expect(waitMs(failing(3), strict, later(2000))).toBe(0);
});

test('pauses never shrink as failures grow, and stay below their longest', () => {
  fc.assert(
    fc.property(fc.nat(2000), fc.constantFrom(strict, perAddress, perAccount), (n, policy) => {
      expect(pauseMs(n + 1, policy)).toBeGreaterThanOrEqual(pauseMs(n, policy));
      expect(pauseMs(n, policy)).toBeLessThanOrEqual(policy.longestPauseMs);
    }),
  );
});

test('the tenth failure of a pair locks for fifteen minutes, and then counting starts anew', () => {
  const locked = failing(10);
  expect(waitMs(locked, strict, start)).toBe(15 * 60_000);
  const free = later(15 * 60_000);
  expect(waitMs(locked, strict, free)).toBe(0);
  expect(afterFailure(locked, strict, free)).toEqual({ failures: 1, lastFailure: free, lockedUntil: null });
});

test.each([perAccount, perAddress])('however often an account or an address fails, nobody is locked out: %o', (policy) => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3000 }), (n) => {
      expect(failing(n, policy).lockedUntil).toBeNull();
      expect(waitMs(failing(n, policy), policy, start)).toBeLessThanOrEqual(60_000);
    }),
  );
  expect(waitMs(failing(policy.free, policy), policy, start)).toBe(0);
  expect(waitMs(failing(policy.free + 1, policy), policy, start)).toBe(2000);
});

test('an hour of quiet is forgiveness', () => {
  expect(waitMs(failing(9), strict, later(3_600_001))).toBe(0);
  expect(afterFailure(failing(9), strict, later(3_600_001)).failures).toBe(1);
});

test('the remaining time is said in words', () => {
  expect(waitInWords(900)).toBe('Try again in 1 second');
  expect(waitInWords(8000)).toBe('Try again in 8 seconds');
  expect(waitInWords(15 * 60_000)).toBe('Try again in 15 minutes');
});
