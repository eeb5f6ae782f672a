import { sumByDay } from '../forecast/series';
import type { DayValue } from '../forecast/types';
import type { Day } from '../time/days';
import type { Range } from '../time/period';
import { dayNumber, sameWeekdays } from './expectation';
import { median } from './median';
import type { Driver } from './types';

/** Which part moved: its values by day, in the unit of the whole. */
export interface Part {
  key: string;
  series: readonly DayValue[];
}

/**
 * Which parts of a series made it move within the window: actual against the median of the last six same weekdays before the window, largest change
 * first. A part without an entry on a day when another has one cost nothing on it, so a new part is expected to be zero and one that is gone
 * has its whole cost as change. Rule: finops-math §6. Throws RangeError for a value that is not finite or a day that is none.
 */
export function driversOf(parts: readonly Part[], window: Range): Driver[] {
  const from = dayNumber(window.from);
  const to = dayNumber(window.to);
  const known = new Set(parts.flatMap((p) => p.series.map((d) => d.day)));
  const before = [...known].filter((day) => day < window.from).map(dayNumber);
  const changes = parts.map(({ key, series }) => {
    const byDay = sumByDay(series);
    const actual = sumWithin(byDay, window);
    const values = numbered(byDay);
    const baseline = new Map(before.map((n) => [n, values.get(n) ?? 0]));
    let expected = 0;
    for (let n = from; n < to; n++) expected += expectedOf(baseline, n, from);
    return { key, actual, expected, change: actual - expected };
  });
  const whole = changes.reduce((sum, c) => sum + c.change, 0);
  return changes
    .map((c) => ({ ...c, share: whole === 0 ? 0 : c.change / whole }))
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || (a.key < b.key ? -1 : 1));
}

/** The same weekday's median; in a window longer than a week it is that of the weekday before the window; a weekday never seen takes the last fortnight's. */
function expectedOf(baseline: ReadonlyMap<number, number>, day: number, from: number): number {
  const first = day - 7 * Math.floor((day - from) / 7);
  const weekdays = sameWeekdays(baseline, first);
  if (weekdays.length) return median(weekdays);
  const recent = Array.from({ length: 14 }, (_, i) => baseline.get(from - 1 - i)).filter((v) => v !== undefined);
  return recent.length ? median(recent) : 0;
}

const numbered = (byDay: ReadonlyMap<Day, number>) => new Map([...byDay].map(([day, value]) => [dayNumber(day), value]));

function sumWithin(byDay: ReadonlyMap<Day, number>, { from, to }: Range): number {
  let sum = 0;
  for (const [day, value] of byDay) if (from <= day && day < to) sum += value;
  return sum;
}
