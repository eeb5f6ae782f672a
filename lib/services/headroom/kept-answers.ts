import { listenToLedger } from '../../db/ledger-news';
import { type AllAnswers, answersFor } from './work-out-answers';

/** Nothing older is ever given: whoever asks waits for a new one. */
const OLDEST_MS = 10 * 60_000;
/** Kept answers are worked out anew at this age, should a notice of the ledger ever be lost. */
const FRESH_MS = 30_000;
/** Where nobody asks, seldom: the next one who does must not wait. */
const WARM_MS = 5 * 60_000;
const LOOK_MS = 5_000;
/** Nobody has asked for so long: the answers are let go. */
const FORGOTTEN_MS = 24 * 3_600_000;

interface Kept {
  answers: AllAnswers | null;
  askedAt: number;
  /** How far the clock of who asks is ahead of this machine's. */
  aheadMs: number;
  /** Something has changed since they were worked out. */
  isStale: boolean;
  renewal: Promise<AllAnswers> | null;
}

const kept = new Map<number, Kept>();
let listening = false;

/**
 * The answers about an organisation's budgets, at once: those at hand, while newer ones are worked out behind them where the ledger, a budget or
 * the day has changed. Only the first question ever, and one after ten minutes without a renewal, waits.
 */
export async function keptAnswers(organization: number, now: Date): Promise<AllAnswers> {
  listen();
  const entry: Kept = kept.get(organization) ?? { answers: null, askedAt: 0, aheadMs: 0, isStale: true, renewal: null };
  kept.set(organization, entry);
  entry.askedAt = Date.now();
  entry.aheadMs = now.getTime() - Date.now();
  if (!entry.answers || ageOf(entry) > OLDEST_MS) return renew(organization, entry);
  if (isDue(entry, FRESH_MS)) renew(organization, entry).catch(() => {}); // the old answers stand; too old, they are not given
  return entry.answers;
}

/** The answers once everything that is known to have changed is in them. */
export async function newestAnswers(organization: number, now: Date): Promise<AllAnswers> {
  const answers = await keptAnswers(organization, now);
  const entry = kept.get(organization);
  return entry?.renewal ?? answers;
}

const clockOf = ({ aheadMs }: Kept) => Date.now() + aheadMs;
const ageOf = (entry: Kept) => clockOf(entry) - (entry.answers?.workedOutAt ?? 0);
const isDue = (entry: Kept, freshMs: number) =>
  entry.isStale || ageOf(entry) > freshMs || clockOf(entry) >= (entry.answers?.holdUntil ?? 0);

/** One at a time; what changes meanwhile is for the next. */
function renew(organization: number, entry: Kept): Promise<AllAnswers> {
  entry.renewal ??= (async () => {
    entry.isStale = false;
    try {
      entry.answers = await answersFor(organization, new Date(clockOf(entry)));
      return entry.answers;
    } catch (e) {
      entry.isStale = true;
      throw e;
    } finally {
      entry.renewal = null;
    }
  })();
  return entry.renewal;
}

function listen(): void {
  if (listening) return;
  listening = true;
  listenToLedger((changed) => {
    const entry = kept.get(changed);
    if (!entry) return;
    entry.isStale = true;
    renew(changed, entry).catch(() => {});
  }).catch(() => {
    listening = false;
  });
  setInterval(() => {
    for (const [organization, entry] of kept)
      if (Date.now() - entry.askedAt > FORGOTTEN_MS) kept.delete(organization);
      else if (isDue(entry, WARM_MS)) renew(organization, entry).catch(() => {});
  }, LOOK_MS).unref();
}
