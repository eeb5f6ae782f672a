import { createHash } from 'node:crypto';
import { AppError } from '../core/app-error';
import { type Attempts, forgetAttempts, updateAttempts } from '../db/records/throttle';
import { networkOf } from './address';
import { afterFailure, forgetAfterMs, type Policy, perAccount, perAddress, strict, waitInWords, waitMs } from './throttle';

/** One thing that an attempt is counted for. */
export interface Guard {
  key: string;
  policy: Policy;
  /** Success clears it. Elsewhere success only takes itself back: an account of one's own must not buy guesses at others. */
  own?: boolean;
}

/** Guards the secret of one account (or of the installation), tried from an address, or from a device that the account knows. */
export function guardsOf(secret: string, { address, device }: { address: string | null; device?: string | null }): Guard[] {
  // A known device answers for itself alone: whatever strangers do to the account, its owner comes in.
  if (device) return [{ key: `device:${secret}:${sha256(device)}`, policy: strict, own: true }];
  const account: Guard = { key: `account:${secret}`, policy: perAccount };
  if (!address) return [account];
  const network = sha256(networkOf(address));
  return [account, { key: `pair:${secret}:${network}`, policy: strict, own: true }, { key: `address:${network}`, policy: perAddress }];
}

export interface Attempt {
  /** Until when the next attempt has to wait, in words; empty while none has to. */
  wait: string;
  succeed: () => Promise<void>;
}

/** The attempt counts as failed until it has succeeded, so attempts in parallel gain nothing. Throws `too_many` while one has to wait. */
export async function beginAttempt(guards: readonly Guard[]): Promise<Attempt> {
  const now = new Date();
  const policies = new Map(guards.map((g) => [g.key, g]));
  const guardOf = (a: Attempts): Guard => policies.get(a.key) ?? { key: a.key, policy: strict };
  const keys = [...policies.keys()];
  const { wait, next, earlier } = await updateAttempts(keys, now, (before) => {
    const longest = (list: readonly Attempts[]) => Math.max(0, ...list.map((a) => waitMs(a, guardOf(a).policy, now)));
    const wait = longest(before);
    if (wait > 0) return { after: [], result: { wait, next: 0, earlier: new Map<string, Date>() } };
    const after = before.map((a): Attempts => ({ key: a.key, ...afterFailure(a, guardOf(a).policy, now) }));
    return { after, result: { wait: 0, next: longest(after), earlier: new Map(before.map((a) => [a.key, a.lastFailure])) } };
  });
  if (wait > 0) throw new AppError('too_many', `Too many attempts. ${waitInWords(wait)}.`, { waitMs: wait });
  return {
    wait: next > 0 ? ` ${waitInWords(next)}.` : '',
    succeed: async () => {
      const takenBack = (a: Attempts): Attempts => ({
        key: a.key,
        failures: guardOf(a).own ? 0 : Math.max(0, a.failures - 1),
        lastFailure: (a.lastFailure.getTime() === now.getTime() && earlier.get(a.key)) || a.lastFailure,
        lockedUntil: null,
      });
      await updateAttempts(keys, now, (before) => ({ after: before.map(takenBack), result: undefined }));
      await forgetAttempts(new Date(now.getTime() - 24 * forgetAfterMs));
    },
  };
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
