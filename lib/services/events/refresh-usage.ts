import { dirtyDays, dirtyOrganizations, sumDays } from '../../db/loading/usage-sums';

/** Sums again whatever changed of an organisation's use or bills. Safe beside others: a day is summed by one at a time. Returns the days. */
export async function refreshUsage(organization: number): Promise<string[]> {
  const days = await dirtyDays(organization);
  await sumDays(organization, days);
  return days;
}

/** The same for everybody: the background's turn, for what was pushed. */
export async function refreshAllUsage(): Promise<void> {
  for (const organization of await dirtyOrganizations()) await refreshUsage(organization);
}
