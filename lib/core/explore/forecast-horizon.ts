import { addDays, addMonths, type Day, daysBetween, monthStart } from '../time/days';
import type { NamedPeriod, Range } from '../time/period';

interface PeriodOfView {
  period: NamedPeriod;
  from?: string | undefined;
  to?: string | undefined;
}

/** Further ahead than this a forecast from days is a guess. */
const FARTHEST_DAYS = 366;

/**
 * Up to where something is to be expected of a period, the day after its last; or why nothing is, as a sentence. The running month and the months up to
 * it are carried on to the month's end; days of one's own end where they were said to. `completeTo` is the day after the last complete one.
 */
export function expectedUntil(q: PeriodOfView, range: Range, completeTo: Day, today: Day): { until: Day } | { why: string } {
  const pinned = q.from !== undefined && q.to !== undefined;
  if (!pinned && q.period !== 'mtd' && q.period !== '12m')
    return { why: 'These days end with the last complete one, so nothing of them is left to expect. The month to date has a rest.' };
  const until = pinned ? range.to : addMonths(monthStart(addDays(range.to, -1)), 1);
  if (range.from > today) return { why: 'This period has not begun.' };
  if (until <= today || until <= completeTo) return { why: 'This period is over: nothing of it is left to expect.' };
  if (daysBetween(completeTo, until) > FARTHEST_DAYS)
    return { why: 'The end of this period is more than a year ahead: too far to expect anything of it.' };
  return { until };
}
