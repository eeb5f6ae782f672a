import { addDays, addMonths, type Day, daysBetween, earlier, monthStart } from './days';

export const namedPeriods = ['mtd', 'last-month', '30d', '90d', '12m'] as const;
export type NamedPeriod = (typeof namedPeriods)[number];
export interface Range {
  from: Day;
  to: Day;
}

/**
 * A named period in days, ending where the data ends: `completeTo` is the day after the last complete one. The month to date is the month of
 * the newest data, so that a ledger of old bills shows its last month and not an empty one.
 */
export function rangeOf(period: NamedPeriod, completeTo: Day): Range {
  const last = addDays(completeTo, -1);
  if (period === 'mtd') return { from: monthStart(last), to: completeTo };
  if (period === 'last-month') return { from: addMonths(monthStart(last), -1), to: monthStart(last) };
  if (period === '12m') return { from: addMonths(monthStart(last), -11), to: completeTo };
  return { from: addDays(completeTo, period === '30d' ? -30 : -90), to: completeTo };
}

/** What a range is compared with: the same days of the month before where it begins a month, else as many days just before it. */
export function comparisonOf({ from, to }: Range): Range {
  if (from !== monthStart(from)) return { from: addDays(from, -daysBetween(from, to)), to: from };
  const months = Math.max(1, monthsSpanned(from, to));
  const start = addMonths(from, -months);
  if (to === monthStart(to)) return { from: start, to: from };
  return { from: start, to: earlier(addDays(start, daysBetween(from, to)), from) };
}

/** The range just before, or just after: as many whole months where it is some, or runs within one (`isRunning`), else as many days. */
export function stepRange({ from, to }: Range, step: -1 | 1, isRunning = false): Range {
  const isMonths = from === monthStart(from) && (isRunning || to === monthStart(to));
  if (!isMonths) {
    const days = step * daysBetween(from, to);
    return { from: addDays(from, days), to: addDays(to, days) };
  }
  const months = monthsSpanned(from, to);
  const start = addMonths(from, step * months);
  return { from: start, to: addMonths(start, months) };
}

const monthsSpanned = (from: Day, to: Day): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
  Number(to.slice(5, 7)) -
  Number(from.slice(5, 7)) +
  (to === monthStart(to) ? 0 : 1);
