import { addMonths, monthStart } from '../../../lib/core/time/days';

const dayMs = 86_400_000;
export const dayNumberOf = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs);
export const dayOfNumber = (n: number): string => new Date(n * dayMs).toISOString().slice(0, 10);

/** Beginnings of months, about `count` of them, around all of these days. */
export function monthTicks(days: readonly string[], count = 5): string[] {
  const sorted = [...days].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const start = monthStart(first);
  const end = addMonths(monthStart(last), 1);
  const months = (Number(end.slice(0, 4)) - Number(start.slice(0, 4))) * 12 + Number(end.slice(5, 7)) - Number(start.slice(5, 7));
  const step = [1, 2, 3, 6, 12, 24, 60, 120].find((s) => months / s <= count) ?? 240;
  const ticks = [start];
  while ((ticks.at(-1) ?? end) < end) ticks.push(addMonths(ticks.at(-1) ?? end, step));
  return ticks;
}
