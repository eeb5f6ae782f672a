import type { SourcesAnswer } from '@/lib/client/sources';
import { formatCompact } from '@/lib/core/money/format';
import { addDays, addMonths, daysBetween } from '@/lib/core/time/days';

export type CoverageCell = SourcesAnswer['coverage'][number];

/** "12.4k USD", a line for each currency. */
export const amountsIn = (cell: CoverageCell): string[] =>
  (cell.amounts ?? []).map((a) => formatCompact(a.amount, a.currency)).map((m) => `${m.figure} ${m.currency}`);

/** "every day", "28 of 31 days"; of the month of today only the days that are over can be there. */
export function daysIn({ month, days }: Pick<CoverageCell, 'month' | 'days'>, today: string): { text: string; isMissing: boolean } {
  const isNow = month.slice(0, 7) === today.slice(0, 7);
  const all = isNow ? daysBetween(month, addDays(today, 1)) : daysBetween(month, addMonths(month, 1));
  const over = isNow ? all - 1 : all;
  const isMissing = Number(days) < over;
  return { text: isMissing ? `${days} of ${over} days` : 'every day', isMissing };
}

/** The last months of the pages before and after this one; null where there is none. */
export function pagesOf({ months, firstMonth, lastMonth }: Pick<SourcesAnswer, 'months' | 'firstMonth' | 'lastMonth'>) {
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return { earlier: null, later: null, isOnly: true };
  const after = addMonths(last, 12);
  const earlier = firstMonth && firstMonth < first ? addMonths(first, -1).slice(0, 7) : null;
  const later = last < lastMonth ? (after < lastMonth ? after : lastMonth).slice(0, 7) : null;
  return { earlier, later, isOnly: !earlier && !later };
}
