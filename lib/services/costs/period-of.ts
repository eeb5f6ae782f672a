import type { PeriodAsk } from '../../core/costs/cost-query';
import { addDays, earlier, later } from '../../core/time/days';
import { comparisonOf, type Range, rangeOf } from '../../core/time/period';
import { dayAfterNewest, firstClaimedDay } from '../../db/queries/known-days';
import type { SourceRow } from '../../db/queries/overview';

/** The day after the newest complete one, over all sources of bills; null while there is none. */
export const newestDay = (sources: readonly SourceRow[]): string | null =>
  sources.reduce<string | null>(
    (max, s) => (s.completeTo && s.format !== 'openai-usage' ? later(s.completeTo, max ?? s.completeTo) : max),
    null,
  );

/** The day after the last one that is known, today's at most: where bills are still to come. */
export async function knownTo(organization: number, today: string): Promise<string> {
  const newest = await dayAfterNewest(organization);
  return earlier(newest ?? addDays(today, 1), addDays(today, 1));
}

type PeriodWords = Pick<PeriodAsk, 'from' | 'to' | 'period'>;

/** The range of a view: its own days, else the named period up to where the data ends. */
export const periodOf = (organization: number, q: PeriodWords, today: string): Promise<Range> =>
  rangeUpTo(q, () => knownTo(organization, today));

/** The same for whoever asks where the data ends anyway. */
export async function rangeUpTo(q: PeriodWords, end: () => Promise<string>): Promise<Range> {
  return q.from && q.to && q.from < q.to ? { from: q.from, to: q.to } : rangeOf(q.period, await end());
}

/** What a period is compared with. Nothing where that begins before the first day known: a year against one month would be no comparison. */
export async function comparedWith(
  organization: number,
  period: Range | Promise<Range>,
): Promise<{ comparison: Range | null; firstDay: string | null }> {
  const [firstDay, range] = await Promise.all([firstClaimedDay(organization), period]);
  const comparison = comparisonOf(range);
  return { comparison: firstDay !== null && comparison.from >= firstDay ? comparison : null, firstDay };
}
