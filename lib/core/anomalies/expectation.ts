import type { Day } from '../time/days';
import { median, robustDeviation } from './median';

/** Same weekdays looked back on, at most; how far back they may lie; and how few will do. */
const SAME_WEEKDAYS = 6;
const LONGEST_WEEKS = 8;
const FEWEST_WEEKDAYS = 2;
/** The spread is never taken for less than this share of the expected with six same weekdays, and more the fewer there are: 15 % with two. */
const FLOOR_SHARE = 0.05;
/** Nor for less than this amount, so that a series of zeros has a spread at all. */
const FLOOR_AMOUNT = 0.01;

export interface Expectation {
  expected: number;
  /** One robust standard deviation. */
  scale: number;
}

/** Days that count as normal, by day number. */
export type NormalDays = ReadonlyMap<number, number>;

export const dayNumber = (day: Day): number => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
export const dayOf = (number: number): Day => new Date(number * 86_400_000).toISOString().slice(0, 10);

/** The last six same weekdays before `day` that are there. */
export function sameWeekdays(normal: NormalDays, day: number): number[] {
  const found: number[] = [];
  for (let weeks = 1; weeks <= LONGEST_WEEKS && found.length < SAME_WEEKDAYS; weeks++) {
    const value = normal.get(day - 7 * weeks);
    if (value !== undefined) found.push(value);
  }
  return found;
}

/**
 * What a day should be: the median of its last six same weekdays. The scale is the largest of their own robust deviation, the usual relative deviation
 * over all weekdays (six values alone know their spread badly), and the floors. Null with fewer than two same weekdays in eight weeks.
 * Rule: finops-math §6.
 */
export function expectationOf(normal: NormalDays, day: number): Expectation | null {
  const weekdays = sameWeekdays(normal, day);
  if (weekdays.length < FEWEST_WEEKDAYS) return null;
  const expected = median(weekdays);
  const share = Math.max(FLOOR_SHARE * (SAME_WEEKDAYS / weekdays.length), usualShare(normal, day));
  return { expected, scale: Math.max(robustDeviation(weekdays), share * Math.abs(expected), FLOOR_AMOUNT) };
}

/** 1.4826 × the median of |value − median of its weekday's others| ÷ the weekday's median, over the last weeks of all seven weekdays. */
function usualShare(normal: NormalDays, day: number): number {
  const shares: number[] = [];
  for (let back = 0; back < 7; back++) {
    const values = sameWeekdays(normal, day - back);
    const middle = median(values);
    if (values.length < FEWEST_WEEKDAYS || !(Math.abs(middle) > 0)) continue;
    // Against the others, not all of them: a value pulls its own median towards itself, and the next one will not.
    values.forEach((v, i) => {
      shares.push(Math.abs(v - median(values.filter((_, other) => other !== i))) / Math.abs(middle));
    });
  }
  return shares.length ? 1.4826 * median(shares) : 0;
}
