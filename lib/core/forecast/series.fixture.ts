import { addDays } from '../time/days';
import { randomFrom } from './simulate';
import type { DayValue } from './types';

/** Days from Monday 5 January 2026 on. */
export const start = '2026-01-05';
export const seriesOf = (values: readonly number[], from = start): DayValue[] =>
  values.map((value, i) => ({ day: addDays(from, i), value }));
export const horizonAfter = (days: number, length: number, from = start) => ({
  from: addDays(from, days),
  to: addDays(from, days + length),
});

/** Values with a weekly season and a spread of `noise`, always the same for one seed. */
export function weeklySeries(seed: number, days: number, { level = 100, slope = 0, noise = 10 } = {}): number[] {
  const random = randomFrom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const weekly = [0, 5, 8, 6, 2, -30, -35];
  return Array.from({ length: days }, (_, t) => level + slope * t + (weekly[t % 7] ?? 0) + noise * normal());
}
