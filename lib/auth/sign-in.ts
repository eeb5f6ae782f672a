import { createHash } from 'node:crypto';
import { AppError } from '../core/app-error';
import { type Attempts, forgetAttempts, updateAttempts } from '../db/records/throttle';
import { findCredentials, normalEmail } from '../db/records/users';
import { passwordMatches } from './password';
import { afterFailure, forgetAfterMs, waitInWords, waitMs } from './throttle';

export interface SignedIn {
  id: string;
  name: string;
  email: string;
  sessionVersion: number;
}

/** The same words whether the address exists or not. */
const refusal = 'E-mail or password is not right.';

/** Checks a password, slowly for those who guess. Throws `invalid` or `too_many` with the words to show. */
export async function signIn({ email, password, address }: { email: string; password: string; address: string | null }): Promise<SignedIn> {
  const person = `email:${sha256(normalEmail(email))}`;
  const attempt = await beginAttempt([person, ...addressKeys(address)]);
  const found = await findCredentials(email);
  const matches = await passwordMatches(found?.passwordHash ?? null, password);
  if (!found || !matches) throw new AppError('invalid', attempt.refusal);
  await attempt.succeed(person);
  const { passwordHash: _hash, ...user } = found;
  return user;
}

/** Guards any secret that could be guessed. The attempt counts as failed until it has succeeded, so attempts in parallel gain nothing. */
export async function beginAttempt(keys: readonly string[]): Promise<{ refusal: string; succeed: (own: string) => Promise<void> }> {
  const now = new Date();
  const { wait, next } = await updateAttempts(keys, now, (before) => {
    const wait = Math.max(0, ...before.map((a) => waitMs(a, now)));
    if (wait > 0) return { after: [], result: { wait, next: 0 } };
    const after = before.map((a): Attempts => ({ key: a.key, ...afterFailure(a, now) }));
    return { after, result: { wait: 0, next: Math.max(0, ...after.map((a) => waitMs(a, now))) } };
  });
  if (wait > 0) throw new AppError('too_many', `Too many attempts. ${waitInWords(wait)}.`, { waitMs: wait });
  return {
    refusal: next > 0 ? `${refusal} ${waitInWords(next)}.` : refusal,
    /** Clears the person's own count. From the address only this attempt is taken back: an account of one's own must not buy guesses at others. */
    succeed: async (own) => {
      await updateAttempts(keys, now, (before) => ({
        after: before.map((a) => ({ ...a, failures: a.key === own ? 0 : Math.max(0, a.failures - 1), lockedUntil: null })),
        result: undefined,
      }));
      await forgetAttempts(new Date(now.getTime() - 24 * forgetAfterMs));
    },
  };
}

/** Our own machine's address says nothing about who asks: behind a proxy on the same host it would be everybody's. */
export function addressKeys(address: string | null): string[] {
  if (!address || /^(::1|(::ffff:)?127\.)/.test(address)) return [];
  return [`address:${sha256(address)}`];
}

/** The last entry was written by the proxy nearest to us; those before it are hearsay. */
export const addressOf = (forwardedFor: string | null | undefined): string | null => forwardedFor?.split(',').at(-1)?.trim() || null;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
