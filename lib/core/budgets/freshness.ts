import { type Day, daysBetween, later } from '../time/days';
import type { BudgetMeasure } from './types';

/** How far the bills of one source reach, for one of the accounts in them: the day after the last one, by what is measured. */
export interface SourceReach {
  sourceId: number;
  provider: string | null;
  account: string | null;
  billed: Day | null;
  effective: Day | null;
}

/** Whose bill something is on. */
export interface Supplier {
  provider: string | null;
  account: string | null;
}

/** A source that is so many days behind the newest one has ended; nobody waits for it. */
const ENDED_DAYS = 45;

/**
 * The day after the last one on which everything that these accounts cost is known: where the first of the sources ends that are still alive.
 * An account is known as far as its newest source reaches, whatever the account's own last charge. Null where no source speaks of them.
 */
export function completeToOf(reaches: readonly SourceReach[], suppliers: readonly Supplier[], measure: BudgetMeasure): Day | null {
  const dayOf = (r: SourceReach) => (measure === 'effective' ? r.effective : r.billed);
  const bySource = new Map<number, Day>();
  for (const r of reaches) {
    const day = dayOf(r);
    if (day !== null) bySource.set(r.sourceId, later(day, bySource.get(r.sourceId) ?? day));
  }
  const days = suppliers.flatMap(({ provider, account }) => {
    const own = reaches
      .filter((r) => r.provider === provider && (r.account === account || r.account === null))
      .flatMap((r) => bySource.get(r.sourceId) ?? []);
    return own.length ? [own.reduce(later)] : [];
  });
  if (days.length === 0) return null;
  const newest = days.reduce(later);
  return days.filter((d) => daysBetween(d, newest) <= ENDED_DAYS).reduce((a, b) => (a < b ? a : b));
}
