import { addMonths, type Day, monthStart } from '@/lib/core/time/days';
import { type NamedPeriod, type Range, stepRange } from '@/lib/core/time/period';

interface Shown {
  period: NamedPeriod;
  /** The days on screen, where the page can show days of one's own. */
  range?: Range | undefined;
  pinned: boolean;
}

/** A period with a name, which moves on with time, or days of one's own. */
export type Step = { period: NamedPeriod } | { range: Range };

/** The period before or after the one on screen; null where there is none, or none that this page can show. Nothing is shown that has not begun. */
export function stepPeriod({ period, range, pinned }: Shown, step: -1 | 1, today: Day): Step | null {
  if (!pinned && period === 'mtd') return step < 0 ? { period: 'last-month' } : null;
  if (!pinned && period === 'last-month' && step > 0) return { period: 'mtd' };
  if (!range || (!pinned && step > 0)) return null;
  const next = stepRange(range, step, !pinned && period === '12m');
  if (next.from > today) return null;
  const thisMonth = monthStart(today);
  const isRunningMonth = next.from === thisMonth && next.to === addMonths(thisMonth, 1);
  return isRunningMonth ? { period: 'mtd' } : { range: next };
}
