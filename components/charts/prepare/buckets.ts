import { type Bin, startOfBin } from '../../../lib/core/time/bins';
import { addDays, addMonths, daysBetween, earlier, later, monthStart } from '../../../lib/core/time/days';
import { longDay, monthName, shortDay } from './days';

export interface Bucket {
  /** Half-open, and within the range that is drawn. */
  from: string;
  to: string;
  /** The range ends before the bucket does. */
  isCut: boolean;
}

const nextOf: Record<Bin, (start: string) => string> = {
  day: (start) => addDays(start, 1),
  week: (start) => addDays(start, 7),
  month: (start) => addMonths(start, 1),
  quarter: (start) => addMonths(start, 3),
};

/** The whole range, cut at the beginnings of weeks (Monday) or months. */
export function bucketsOf(from: string, to: string, unit: Bin): Bucket[] {
  const buckets: Bucket[] = [];
  for (let start = startOfBin[unit](from); start < to; start = nextOf[unit](start)) {
    const end = nextOf[unit](start);
    buckets.push({ from: later(start, from), to: earlier(end, to), isCut: end > to });
  }
  return buckets;
}

/** Of how many days of a whole week, month or quarter something is drawn. */
export interface Part {
  days: number;
  of: number;
}

/** How a bar lies in the whole it is named for. */
export function partOf({ from, to }: Pick<Bucket, 'from' | 'to'>, unit: Bin): Part & { beginsLate: boolean } {
  const start = startOfBin[unit](from);
  return { days: daysBetween(from, to), of: daysBetween(start, nextOf[unit](start)), beginsLate: from > start };
}

/** "part of a week: 3 of 7 days". */
export const partText = (unit: Bin, { days, of }: Part): string => `part of a ${unit}: ${days} of ${of} days`;

/** "Tue 3 Nov 2026", "2 Nov – 8 Nov 2026", "Nov 2026" and, where only a part of it is drawn, "1 Nov – 20 Nov 2026". */
export function bucketTitle({ from, to }: Pick<Bucket, 'from' | 'to'>, unit: Bin): string {
  const last = addDays(to, -1);
  if (unit === 'day') return longDay(from);
  if (unit === 'month' && from === monthStart(from) && to === monthStart(to)) return `${monthName(from)} ${from.slice(0, 4)}`;
  return from === last ? longDay(from) : `${shortDay(from)} – ${shortDay(last)} ${last.slice(0, 4)}`;
}

/** What stands below a bar. A month says its year where one begins. */
export function bucketLabel(from: string, unit: Bin, isFirst: boolean): string {
  if (unit === 'quarter') return `Q${Math.ceil(Number(from.slice(5, 7)) / 3)} ${from.slice(0, 4)}`;
  if (unit !== 'month') return shortDay(from);
  return isFirst || from.slice(5, 7) === '01' ? `${monthName(from)} ${from.slice(0, 4)}` : monthName(from);
}
