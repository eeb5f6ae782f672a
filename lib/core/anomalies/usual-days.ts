import { sumByDay } from '../forecast/series';
import type { DayValue } from '../forecast/types';
import type { Day } from '../time/days';
import type { Range } from '../time/period';
import { dayNumber, dayOf } from './expectation';

/** Same weekdays looked back on, at most. */
const WEEKS = 6;

/**
 * For each day of the window the most usual of the same weekdays in the six weeks before it: the one whose value is the median, the lower one of two. Real
 * days, so that what they cost and how much was used belong together. Empty where a weekday was never seen.
 */
export function usualDays(series: readonly DayValue[], window: Range): Day[] {
  const values = sumByDay(series);
  const from = dayNumber(window.from);
  const days: Day[] = [];
  for (let n = from; n < dayNumber(window.to); n++) {
    const first = n - 7 * Math.floor((n - from) / 7); // in a window longer than a week, the weekday before the window
    const same = Array.from({ length: WEEKS }, (_, i) => dayOf(first - 7 * (i + 1)))
      .flatMap((day) => (values.has(day) ? [{ day, value: values.get(day) ?? 0 }] : []))
      .sort((a, b) => a.value - b.value || (a.day < b.day ? 1 : -1));
    const middle = same[Math.floor((same.length - 1) / 2)];
    if (!middle) return [];
    days.push(middle.day);
  }
  return days;
}
