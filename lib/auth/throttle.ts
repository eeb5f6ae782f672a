/** What is remembered about failed sign-ins of one key: the hash of an e-mail address, or a network address. */
export interface Failures {
  failures: number;
  lastFailure: Date;
  lockedUntil: Date | null;
}

const freeFailures = 2;
const lockAfter = 10;
const lockMs = 15 * 60_000;
/** Failures older than this are forgotten. */
export const forgetAfterMs = 60 * 60_000;

/** The pause after so many failures: none for two, then 2, 4, 8 … 60 seconds. */
export const pauseMs = (failures: number): number =>
  failures <= freeFailures ? 0 : Math.min(60_000, 2 ** (failures - freeFailures) * 1000);

/** How long this key still has to wait. Zero means: try. */
export function waitMs(state: Failures, now: Date): number {
  if (state.lockedUntil && state.lockedUntil > now) return state.lockedUntil.getTime() - now.getTime();
  return Math.max(0, state.lastFailure.getTime() + pauseMs(current(state, now)) - now.getTime());
}

/** Counts one more failure; the tenth locks. */
export function afterFailure(state: Failures, now: Date): Failures {
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
