import { z } from 'zod';
import { addDays, addMonths, type Day, later, monthStart } from '../time/days';
import { Schedule, usualSchedule } from './schedule';

/** What a person has asked for beside the schedule. It stands until a pull has done all of it. */
const Wanted = z.object({
  /** First day of a back-fill; null for the days that are read anyway. */
  from: z.iso.date().nullable(),
  by: z.string(),
});
export type Wanted = z.infer<typeof Wanted>;

/** When a connection is pulled and which days it brings: what `connection.schedule` holds. */
const Plan = z.object({
  schedule: Schedule.catch(usualSchedule),
  /** First day that is wanted at all: where the first pull begins. */
  from: z.iso.date(),
  wanted: Wanted.nullable().catch(null),
  /** The newest failure was one that only a person can mend. */
  needsPerson: z.boolean().catch(false),
});
export type Plan = z.infer<typeof Plan>;

export const readPlan = (stored: unknown): Plan => Plan.parse(stored);

/** Where a first pull begins when nobody says it: a year of whole months before the running one. */
export const usualStart = (today: Day): Day => addMonths(monthStart(today), -12);

/**
 * The days of the next pull. All of them at first; then from the month before the one in which all was well the last time, since providers restate what
 * they have billed. So no outage leaves a hole, however long it was.
 */
export function windowOf({ from, wanted }: Plan, lastGoodAt: Date | null, today: Day): { from: Day; until: Day } {
  const until = addDays(today, 1);
  const usual = lastGoodAt ? later(from, addMonths(monthStart(lastGoodAt.toISOString().slice(0, 10)), -1)) : from;
  return { from: wanted?.from && wanted.from < usual ? wanted.from : usual, until };
}
