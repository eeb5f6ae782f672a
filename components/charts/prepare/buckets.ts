import { addDays, addMonths, earlier, later, monthStart } from '../../../lib/core/time/days';
import { daysBetween, longDay, monthName, shortDay } from './days';

/** What one bar stands for. */
export type Unit = 'day' | 'week' | 'month' | 'quarter';

export interface Bucket {
  /** Half-open, and within the range that is drawn. */
  from: string;
  to: string;
  /** The range ends before the bucket does. */
  isCut: boolean;
}

const DAYS_AT_MOST = 92;
const WEEKS_AT_MOST = 200;

/** Days as long as a bar of a day can be seen as one, then weeks, and months from about half a year. */
export function unitOf(from: string, to: string): Unit {
  const days = daysBetween(from, to).length;
  if (days <= DAYS_AT_MOST) return 'day';
  return days <= WEEKS_AT_MOST ? 'week' : 'month';
}

const MONDAY = 1;
const startOf: Record<Unit, (day: string) => string> = {
  day: (day) => day,
  week: (day) => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 7 - MONDAY) % 7)),
  month: monthStart,
  quarter: (day) => addMonths(monthStart(day), -((Number(day.slice(5, 7)) - 1) % 3)),
};
const nextOf: Record<Unit, (start: string) => string> = {
  day: (start) => addDays(start, 1),
  week: (start) => addDays(start, 7),
  month: (start) => addMonths(start, 1),
  quarter: (start) => addMonths(start, 3),
};

/** The whole range, cut at the beginnings of weeks (Monday) or months. */
export function bucketsOf(from: string, to: string, unit: Unit): Bucket[] {
  const buckets: Bucket[] = [];
  for (let start = startOf[unit](from); start < to; start = nextOf[unit](start)) {
    const end = nextOf[unit](start);
    buckets.push({ from: later(start, from), to: earlier(end, to), isCut: end > to });
  }
  return buckets;
}

/** "Tue 3 Nov 2026", "2 Nov – 8 Nov 2026", "Nov 2026" and, where only a part of it is drawn, "1 Nov – 20 Nov 2026". */
export function bucketTitle({ from, to }: Pick<Bucket, 'from' | 'to'>, unit: Unit): string {
  const last = addDays(to, -1);
  if (unit === 'day') return longDay(from);
  if (unit === 'month' && from === monthStart(from) && to === monthStart(to)) return `${monthName(from)} ${from.slice(0, 4)}`;
  return from === last ? longDay(from) : `${shortDay(from)} – ${shortDay(last)} ${last.slice(0, 4)}`;
}

/** What stands below a bar. A month says its year where one begins. */
export function bucketLabel(from: string, unit: Unit, isFirst: boolean): string {
  if (unit === 'quarter') return `Q${Math.ceil(Number(from.slice(5, 7)) / 3)} ${from.slice(0, 4)}`;
  if (unit !== 'month') return shortDay(from);
  return isFirst || from.slice(5, 7) === '01' ? `${monthName(from)} ${from.slice(0, 4)}` : monthName(from);
}
