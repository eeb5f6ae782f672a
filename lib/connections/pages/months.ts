import { addDays, addMonths, type Day, earlier, later, monthStart } from '../../core/time/days';
import type { Window } from '../types';

/** A calendar month of a window, as far as it has begun. */
export interface Month {
  /** `2026-10` */
  name: string;
  /** Its first day. */
  from: Day;
  /** The day after its last one that has begun. */
  until: Day;
  /** Another one on every day on which its figures may still be restated; then the same for ever. */
  version: string;
  /** "October 2026" */
  title: string;
}

const names = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** The months of a window, oldest first. `settledAfter`: days after its end until which a provider still changes a month. */
export function monthsOf(window: Window, now: Date, settledAfter: number): Month[] {
  const today = now.toISOString().slice(0, 10);
  const end = earlier(window.until, addDays(today, 1));
  const months: Month[] = [];
  for (let from = monthStart(window.from); from < end; from = addMonths(from, 1)) {
    const next = addMonths(from, 1);
    const isSettled = addDays(next, settledAfter) <= today;
    months.push({
      name: from.slice(0, 7),
      from,
      until: earlier(next, addDays(today, 1)),
      version: isSettled ? 'settled' : `as of ${today}`,
      title: `${names[Number(from.slice(5, 7)) - 1]} ${from.slice(0, 4)}`,
    });
  }
  return months;
}

/** The days of a window that have begun, oldest first. */
export function daysOf(window: Window, now: Date): Day[] {
  const today = now.toISOString().slice(0, 10);
  const days: Day[] = [];
  for (let day = later(window.from, '2020-01-01'); day < window.until && day <= today; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Midnight UTC as Unix seconds. */
export const secondsOf = (day: Day): string => String(Date.parse(`${day}T00:00:00Z`) / 1000);
