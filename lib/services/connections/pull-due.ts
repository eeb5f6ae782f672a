import type { Actor } from '../../core/access/actor';
import type { ConnectionDetail } from '../../core/connections/view';
import { claimPull, interruptDeadRuns } from '../../db/records/connection-runs';
import type { Kinds } from './kinds';
import { getConnection } from './list-connections';
import { askForPull } from './manage-connections';
import { pauseUnless, pull } from './pull';

/** A pull without a sign of life for this long has lost its process: it beats every two seconds. */
const SILENCE_MS = 60_000;
const ROUND_MS = 5_000;

/** Pulls what is due, one after the other. Safe to run several times at once, here or elsewhere: each connection is pulled by one. Returns how many. */
export async function pullDue({
  signal,
  kinds,
  now = () => new Date(),
}: {
  signal: AbortSignal;
  kinds?: Kinds;
  now?: () => Date;
}): Promise<number> {
  let pulled = 0;
  while (!signal.aborted) {
    const claim = await claimPull(now());
    if (!claim) break;
    await pull(claim, { signal, kinds });
    pulled++;
  }
  return pulled;
}

/** Pulls one connection now, here, and says how it does then. Where another process has taken it already, waits for that one. */
export async function pullNow(
  actor: Actor,
  id: number,
  { from, signal }: { from?: string | undefined; signal: AbortSignal },
): Promise<ConnectionDetail> {
  await askForPull(actor, id, { from }, new Date());
  for (;;) {
    const claim = await claimPull(new Date(), id);
    if (claim) await pull(claim, { signal });
    const found = await getConnection(actor, id, new Date());
    if (signal.aborted || claim || (found.wanted === null && found.state.health !== 'pulling')) return found;
    await pauseUnless(signal, 1_000);
  }
}

/** Keeps pulling until the signal. Resolves once the pull at hand has come to its end. */
export async function keepPulling(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await pullDue({ signal }).catch((e: unknown) => console.error('background work failed', e));
    await pauseUnless(signal, ROUND_MS);
  }
}

/** Says so of pulls whose process has died; they go on from where they were. */
export const markDeadPulls = (): Promise<void> => interruptDeadRuns(SILENCE_MS);
