import { z } from 'zod';
import { momentOf, wallTime } from '../alerts/zone-time';
import { onlyFields } from '../input/known-fields';
import { addDays, type Day } from '../time/days';

const days = 'is a day of the week from 1, Monday, to 7, or one of the month from 1 to 28';
const hours = 'is a whole hour from 0 to 23';
const channels = 'is the number of an e-mail channel';

/** When a dashboard goes out by mail, and through which channel. */
export const Schedule = onlyFields({
  every: z.enum(['week', 'month'], 'is week or month'),
  /** 1 is Monday and 7 Sunday; of a month 1 to 28, which each month has. */
  day: z.int(days).min(1, days).max(28, days),
  hour: z.int(hours).min(0, hours).max(23, hours),
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
  channel: z.int(channels).min(1, channels).max(999_999_999, channels),
}).refine((s) => s.every === 'month' || s.day <= 7, { path: ['day'], message: 'A week has seven days.' });
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
