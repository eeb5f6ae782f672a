import { addDays, type Day, earlier } from '../../core/time/days';
import { ledgerCompleteTo } from '../../db/queries/cost-cube';

/** How many complete days back something may have happened to be told: the history of a first import is no news. */
export const RECENT_DAYS = 7;
/** What ends further back is an archive. */
export const ARCHIVE_DAYS = 45;

/** The day after the newest day that is over and that bills speak for; null where there is none, or it is long ago. */
export async function completeToOf(organization: number, now: Date): Promise<Day | null> {
  const today = now.toISOString().slice(0, 10);
  const complete = await ledgerCompleteTo(organization);
  return complete === null || complete < addDays(today, -ARCHIVE_DAYS) ? null : earlier(complete, today);
}
