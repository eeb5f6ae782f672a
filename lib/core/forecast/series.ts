import { type Day, daysBetween } from '../time/days';
import type { DayValue } from './types';

/** Consecutive days from `from` on, one number each; NaN where the day is missing. */
export interface DailyGrid {
  from: Day;
  values: Float64Array;
  /** Days that are there. */
  observed: number;
}

/** Older days say nothing about the next weeks and would make every method slower. */
const LONGEST_DAYS = 400;

/**
 * The days before `before` as a grid, `scheduled` amounts taken out of the days that are there. Entries of one day are added.
 * Throws RangeError for a value that is not finite or a day that is none.
 */
export function toGrid(history: readonly DayValue[], before: Day, scheduled: readonly DayValue[] = []): DailyGrid {
  const byDay = sumByDay(history.filter((d) => d.day < before));
  const days = [...byDay.keys()].sort();
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return { from: before, values: new Float64Array(0), observed: 0 };
  for (const [day, amount] of sumByDay(scheduled)) {
    const value = byDay.get(day);
    if (value !== undefined) byDay.set(day, value - amount);
  }
  const tooOld = Math.max(0, daysBetween(first, last) + 1 - LONGEST_DAYS);
  const from = new Date(Date.parse(`${first}T00:00:00Z`) + tooOld * 86_400_000).toISOString().slice(0, 10);
  const values = new Float64Array(daysBetween(from, last) + 1).fill(Number.NaN);
  for (const [day, value] of byDay) if (day >= from) values[daysBetween(from, day)] = value;
  return { from, values, observed: countObserved(values) };
}

/** Entries of one day added up. Throws RangeError for a value that is not finite or a day that is none. */
export function sumByDay(series: readonly DayValue[]): Map<Day, number> {
  const byDay = new Map<Day, number>();
  for (const { day, value } of series) {
    if (!Number.isFinite(value)) throw new RangeError(`The value of ${day} is not a number`);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(`${day}T00:00:00Z`))) throw new RangeError(`${day} is not a day`);
    byDay.set(day, (byDay.get(day) ?? 0) + value);
  }
  return byDay;
}

/** How many of these values are there. */
export function countObserved(values: Float64Array): number {
  let count = 0;
  for (const v of values) if (!Number.isNaN(v)) count++;
  return count;
}

/** The mean of the values that are there; 0 of none. */
export function meanObserved(values: Float64Array): number {
  let sum = 0;
  let count = 0;
  for (const v of values)
    if (!Number.isNaN(v)) {
      sum += v;
      count++;
    }
  return count ? sum / count : 0;
}

/** The same values with every gap taken from the nearest same weekday, the earlier one of two; the mean where a weekday never occurs. */
export function fillGaps(values: Float64Array, season: number): Float64Array {
  const mean = meanObserved(values);
  return values.map((value, i) => {
    for (let away = 0; away < values.length; away += season)
      for (const at of [i - away, i + away]) {
        const found = values[at];
        if (found !== undefined && !Number.isNaN(found)) return found;
      }
    return Number.isNaN(value) ? mean : value;
  });
}
