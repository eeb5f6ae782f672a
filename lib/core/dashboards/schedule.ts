import { z } from 'zod';
import { momentOf, wallTime } from '../alerts/zone-time';
import { addDays, type Day } from '../time/days';

/** When a dashboard goes out by mail, and through which channel. */
export const Schedule = z
  .object({
    every: z.enum(['week', 'month']),
    /** 1 is Monday and 7 Sunday; of a month 1 to 28, which each month has. */
    day: z.number().int().min(1).max(28),
    hour: z.number().int().min(0).max(23),
    zone: z
      .string()
      .max(60)
      .refine((zone) => {
        try {
          return new Intl.DateTimeFormat('en', { timeZone: zone }) !== null;
        } catch {
          return false;
        }
      }, 'is no time zone like Europe/Berlin'),
    channel: z.number().int().min(1).max(999_999_999),
  })
  .refine((s) => s.every === 'month' || s.day <= 7, { path: ['day'], message: 'A week has seven days.' });
export type Schedule = z.infer<typeof Schedule>;

/** Long enough to hold one day of each month, and one of each week. */
const LOOK_AHEAD = 40;

/** The first time after this moment. */
export function nextMailAt(schedule: Schedule, after: Date): Date {
  const today = wallTime(after, schedule.zone).day;
  for (let i = 0; i < LOOK_AHEAD; i++) {
    const day = addDays(today, i);
    const moment = momentOf({ day, minute: schedule.hour * 60 }, schedule.zone);
    if (isWanted(schedule, day) && moment > after) return moment;
  }
  throw new RangeError('no such day in forty');
}

const isWanted = ({ every, day: wanted }: Schedule, day: Day): boolean =>
  every === 'month' ? Number(day.slice(8)) === wanted : (new Date(`${day}T00:00:00Z`).getUTCDay() || 7) === wanted;
