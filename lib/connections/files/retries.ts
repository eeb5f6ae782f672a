import { setTimeout as sleep } from 'node:timers/promises';
import pRetry, { AbortError } from 'p-retry';
import { ConnectionFailure, LONGEST_PAUSE_MS } from '../types';
import { NotThisOne } from './store';

const TRIES = 5;
const FIRST_PAUSE_MS = 250;
const ANSWER_MS = 60_000;

const stopped = () => new ConnectionFailure('The pull was stopped. The next one goes on where it ended.');

/** Tries again what may work the next time, each time after a longer pause, and never before the other side wants it. */
export async function withRetries<T>(signal: AbortSignal, ask: () => Promise<T>): Promise<T> {
  if (signal.aborted) throw stopped();
  const attempt = async () => {
    try {
      return await ask();
    } catch (e) {
      if (signal.aborted) throw new AbortError(stopped());
      if (!(e instanceof ConnectionFailure) || e.isFinal || e.isForLater || e instanceof NotThisOne) throw new AbortError(e as Error);
      throw e;
    }
  };
  const pause = async (e: Error & { retriesLeft: number }) => {
    const wanted = e instanceof ConnectionFailure ? e.retryAfterMs : null;
    if (wanted !== null && e.retriesLeft > 0) await sleep(wanted, undefined, { signal });
  };
  return pRetry(attempt, {
    retries: TRIES - 1,
    minTimeout: FIRST_PAUSE_MS,
    maxTimeout: LONGEST_PAUSE_MS,
    randomize: true,
    signal,
    onFailedAttempt: pause,
  }).catch((e) => {
    throw signal.aborted ? stopped() : e;
  });
}

/** Ends a request that nothing answers. Once its answer has begun, the body may take as long as it goes on. */
export async function answered<T>(signal: AbortSignal, who: string, ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), ANSWER_MS);
  try {
    return await ask(AbortSignal.any([signal, late.signal]));
  } catch (e) {
    throw late.signal.aborted ? new ConnectionFailure(`${who} did not answer within ${ANSWER_MS / 1000} seconds.`) : e;
  } finally {
    clearTimeout(timer);
  }
}

/** A `Retry-After` header, in seconds or as a date, as a pause; null where it says neither. */
export function retryAfterMs(header: string | null | undefined, now: Date): number | null {
  if (!header) return null;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
