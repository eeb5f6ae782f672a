import { addDays, addMonths, type Day, earlier, later, monthStart } from '../../core/time/days';
import { monthOf } from '../files/layout';
import { ConnectionFailure, type Window } from '../types';

/** `[from, until)`. */
export interface Days {
  from: Day;
  until: Day;
}

/** A calendar month of a window, as far as it has begun. */
export interface Month extends Days {
  /** `2026-10` */
  name: string;
  /** Another one on every day on which its figures may still be restated; then the same for ever. */
  version: string;
  /** "October 2026" */
  title: string;
}

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
      title: monthOf(from.slice(0, 7)).words,
    });
  }
  return months;
}

/** The month of this name, as far as it has begun. Throws for one that has not. */
export function monthNamed(name: string, now: Date, settledAfter: number): Month {
  const [month] = monthsOf({ from: `${name}-01`, until: addDays(`${name}-01`, 1) }, now, settledAfter);
  if (!month) throw new ConnectionFailure(`${name} lies in the future.`, true);
  return month;
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
