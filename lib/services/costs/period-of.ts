import type { PeriodAsk } from '../../core/costs/cost-query';
import { addDays, later } from '../../core/time/days';
import { comparisonOf, type Range, rangeOf } from '../../core/time/period';
import { firstClaimedDay } from '../../db/queries/first-day';
import { type SourceRow, sourceRows } from '../../db/queries/overview';

/** The day after the newest complete one, over all sources of bills; null while there is none. */
export const newestDay = (sources: readonly SourceRow[]): string | null =>
  sources.reduce<string | null>(
    (max, s) => (s.completeTo && s.format !== 'openai-usage' ? later(s.completeTo, max ?? s.completeTo) : max),
    null,
  );

/** The range of a view: its own days, else the named period up to where the data ends. */
export async function periodOf(organization: number, q: Pick<PeriodAsk, 'from' | 'to' | 'period'>, today: string): Promise<Range> {
  if (q.from && q.to && q.from < q.to) return { from: q.from, to: q.to };
  const newest = newestDay(await sourceRows(organization));
  const tomorrow = addDays(today, 1);
  return rangeOf(q.period, newest && newest < tomorrow ? newest : tomorrow);
}

/** What a period is compared with. Nothing where that begins before the first day known: a year against one month would be no comparison. */
export async function comparedWith(organization: number, period: Range): Promise<{ comparison: Range | null; firstDay: string | null }> {
  const firstDay = await firstClaimedDay(organization);
  const comparison = comparisonOf(period);
  return { comparison: firstDay !== null && comparison.from >= firstDay ? comparison : null, firstDay };
}
