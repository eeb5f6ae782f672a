/** What is remembered about failed attempts of one key: an account, an address, a device, or two of them together. */
export interface Failures {
  failures: number;
  lastFailure: Date;
  lockedUntil: Date | null;
}

/** How hard failures of one kind of key are taken. */
export interface Policy {
  /** So many cost nothing. */
  free: number;
  /** After so many this key is shut for a while. Absent where a stranger could shut out somebody else. */
  lockAfter?: number;
  longestPauseMs: number;
}

/** One account from one address, or from one device that it knows. */
export const strict: Policy = { free: 2, lockAfter: 10, longestPauseMs: 60_000 };
/** One address, whatever accounts it tries: an office has many people, and one who guesses has many accounts. */
export const perAddress: Policy = { free: 10, longestPauseMs: 60_000 };
/** One account from everywhere. It slows guesses that come from many addresses, and never locks its owner out. */
export const perAccount: Policy = { free: 20, longestPauseMs: 30_000 };

const lockMs = 15 * 60_000;
/** Failures older than this are forgotten. */
export const forgetAfterMs = 60 * 60_000;

/** The pause after so many failures: none while they are free, then 2, 4, 8 … seconds. */
export const pauseMs = (failures: number, { free, longestPauseMs }: Policy): number =>
  failures <= free ? 0 : Math.min(longestPauseMs, 2 ** (failures - free) * 1000);

/** How long this key still has to wait. Zero means: try. */
export function waitMs(state: Failures, policy: Policy, now: Date): number {
  if (state.lockedUntil && state.lockedUntil > now) return state.lockedUntil.getTime() - now.getTime();
  return Math.max(0, state.lastFailure.getTime() + pauseMs(current(state, now), policy) - now.getTime());
}

/** Counts one more failure; where the policy says so, the last one locks. */
export function afterFailure(state: Failures, { lockAfter = Number.POSITIVE_INFINITY }: Policy, now: Date): Failures {
  const failures = current(state, now) + 1;
  return { failures, lastFailure: now, lockedUntil: failures >= lockAfter ? new Date(now.getTime() + lockMs) : null };
}

/** A lock that ran out, or an hour of quiet, starts anew. */
function current(state: Failures, now: Date): number {
  if (state.lockedUntil && state.lockedUntil <= now) return 0;
  return now.getTime() - state.lastFailure.getTime() > forgetAfterMs ? 0 : state.failures;
}

/** "Try again in 8 seconds", "Try again in 15 minutes". */
export function waitInWords(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  if (seconds < 90) return `Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}`;
  return `Try again in ${Math.ceil(seconds / 60)} minutes`;
}
