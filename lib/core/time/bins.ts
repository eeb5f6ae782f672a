import { addDays, addMonths, type Day, daysBetween, later, monthStart } from './days';

/** What one bar of a chart may stand for. */
export const bins = ['day', 'week', 'month', 'quarter'] as const;
export type Bin = (typeof bins)[number];

const MONDAY = 1;
const DAYS_AT_MOST = 92;
const WEEKS_AT_MOST = 200;

/** Days of `[from, to)` as long as a bar of a day can be told apart, then weeks, and months from about half a year. */
export function binFor(from: Day, to: Day): Bin {
  const days = daysBetween(from, to);
  if (days <= DAYS_AT_MOST) return 'day';
  return days <= WEEKS_AT_MOST ? 'week' : 'month';
}

/** The first day of the bin that a day lies in; weeks begin on Monday. */
export const startOfBin: Record<Bin, (day: Day) => Day> = {
  day: (day) => day,
  week: (day) => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 7 - MONDAY) % 7)),
  month: monthStart,
  quarter: (day) => addMonths(monthStart(day), -((Number(day.slice(5, 7)) - 1) % 3)),
};

/** The same within a range: its first bar begins with the range. */
export const binStart = (bin: Bin, day: Day, from: Day): Day => later(startOfBin[bin](day), from);
