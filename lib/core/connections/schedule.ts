import { z } from 'zod';

/** How often a connection is pulled. Hours are UTC. */
export const Schedule = z.discriminatedUnion('every', [
  z.object({ every: z.literal('hour') }),
  z.object({ every: z.literal('6-hours') }),
  z.object({ every: z.literal('day'), hour: z.number().int().min(0).max(23) }),
]);
export type Schedule = z.infer<typeof Schedule>;

/** Most providers have written yesterday's files by then. */
export const usualSchedule: Schedule = { every: 'day', hour: 6 };

const HOUR_MS = 3_600_000;

/** So many hours lie between two pulls. */
export const hoursBetween = ({ every }: Schedule): number => ({ hour: 1, '6-hours': 6, day: 24 })[every];

/** The next moment of the schedule, later than this one. Full hours, the same for every connection: nothing is drawn by lot. */
export function nextAt(schedule: Schedule, after: Date): Date {
  const step = hoursBetween(schedule) * HOUR_MS;
  const shift = schedule.every === 'day' ? schedule.hour * HOUR_MS : 0;
  return new Date(Math.floor((after.getTime() - shift) / step) * step + step + shift);
}

/** Pauses after a failure, in minutes. After the last one the schedule says when. */
const PAUSES = [5, 15, 60];

/** When to try again after so many failures in a row, the one just now included. */
export function retryAt(schedule: Schedule, failures: number, now: Date): Date {
  const pause = PAUSES[failures - 1];
  return pause === undefined ? nextAt(schedule, now) : new Date(now.getTime() + pause * 60_000);
}

export function scheduleWords(schedule: Schedule): string {
  if (schedule.every === 'hour') return 'every hour';
  if (schedule.every === '6-hours') return 'every 6 hours';
  return `daily at ${String(schedule.hour).padStart(2, '0')}:00 UTC`;
}
