import { addDays } from '../../core/time/days';
import { dropEventsBefore } from '../../db/loading/events';
import { dirtyDays, dirtyOrganizations, sumDays } from '../../db/loading/usage-sums';
import { env } from '../../env';

/** Sums again whatever changed of an organisation's use or bills. Safe beside others: a day is summed by one at a time. Returns the days. */
export async function refreshUsage(organization: number): Promise<string[]> {
  const days = await dirtyDays(organization);
  const unsummed = await sumDays(organization, days);
  for (const { day, error } of unsummed)
    console.error(`organisation ${organization}: the use of ${day} cannot be summed: ${error.message}`);
  return days;
}

/** The same for everybody: the background's turn, for what was pushed. */
export async function refreshAllUsage(): Promise<void> {
  const failures: unknown[] = [];
  for (const organization of await dirtyOrganizations()) await refreshUsage(organization).catch((e: unknown) => failures.push(e)); // none waits for another
  if (failures.length > 0) throw failures[0];
}

/** Takes away single events that are older than this installation keeps them. Returns the days. */
export async function dropOldEvents(now: Date): Promise<string[]> {
  const days = env().HEADROOM_EVENT_DAYS;
  return days === 0 ? [] : dropEventsBefore(addDays(now.toISOString().slice(0, 10), -days));
}
