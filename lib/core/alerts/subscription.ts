import { z } from 'zod';
import { AppError } from '../app-error';
import { sentenceOf } from '../input/fields';
import { type AlertKind, alertKinds, type Severity, severities } from './types';
import { nextAt, wallTime } from './zone-time';

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** What of all that is told goes through a channel, and when. */
export interface Subscription {
  /** Null is every kind. */
  kinds: AlertKind[] | null;
  /** Nothing below it is sent. */
  severity: Severity;
  /** A digest is one message with all that came since the one before. */
  when: { at: 'once' } | { at: 'daily'; hour: number } | { at: 'weekly'; weekday: (typeof weekdays)[number]; hour: number };
  /** Whose clock hours and quiet hours are of. */
  zone: string;
  /** From one time of day to another, `22:00` to `07:00`: what comes in between waits for its end. */
  quiet: { from: string; to: string } | null;
  /** What comes within so many minutes after the first becomes one message with it; 0 sends each by itself. */
  group: number;
  /** Critical alerts are sent at once by themselves, whatever is said above. */
  criticalAtOnce: boolean;
}

const zone = z
  .string()
  .max(60)
  .refine((v) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: v }) !== null;
    } catch {
      return false;
    }
  }, 'is no time zone like Europe/Berlin');
const hour = z.number({ error: 'is no hour from 0 to 23' }).int().min(0, 'is no hour from 0 to 23').max(23, 'is no hour from 0 to 23');
const clock = z.string({ error: 'is no time like 22:00' }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is no time like 22:00');

const SubscriptionInput = z.strictObject({
  kinds: z
    .array(z.enum(alertKinds, `is none of ${alertKinds.join(', ')}`))
    .min(1, 'is empty: nothing would be sent')
    .nullable()
    .default(null),
  severity: z.enum(severities).default('info'),
  when: z
    .discriminatedUnion(
      'at',
      [
        z.strictObject({ at: z.literal('once') }),
        z.strictObject({ at: z.literal('daily'), hour }),
        z.strictObject({ at: z.literal('weekly'), weekday: z.enum(weekdays, `is none of ${weekdays.join(', ')}`), hour }),
      ],
      { error: 'is none of once, daily, weekly' },
    )
    .default({ at: 'once' }),
  zone: zone.default('UTC'),
  quiet: z
    .strictObject({ from: clock, to: clock })
    .refine((q) => q.from !== q.to, 'begins and ends at the same time')
    .nullable()
    .default(null),
  group: z.number().int().min(0, 'is less than nothing').max(240, 'is more than 240 minutes').default(0),
  criticalAtOnce: z.boolean().default(true),
});

/** Everything, at once, each by itself: what a channel is sent until somebody says otherwise. */
export const everything: Subscription = SubscriptionInput.parse({});

/** Reads what a form or a machine sends; what is left out has its usual value. Throws `invalid` naming the field. */
export function readSubscription(input: unknown): Subscription {
  const result = SubscriptionInput.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  throw new AppError('invalid', `subscription: ${sentenceOf(result.error.issues[0])}`);
}

/** Whether an alert goes through the channel at all. */
export const wants = ({ kinds, severity }: Subscription, alert: { kind: string; severity: string }): boolean =>
  (kinds === null || (kinds as string[]).includes(alert.kind)) && rank(alert.severity) >= rank(severity);

const rank = (severity: string): number => severities.indexOf(severity as Severity);

/** Whether it is sent by itself the moment it happens, whatever the clock says. */
const passesAtOnce = ({ criticalAtOnce }: Subscription, severity: string): boolean => criticalAtOnce && severity === 'critical';

/** When an alert is sent, or the message that it becomes part of: never before it happened, and not within quiet hours. */
export function dueAt(occurredAt: Date, subscription: Subscription, severity: string): Date {
  if (passesAtOnce(subscription, severity)) return occurredAt;
  const { when, group, zone } = subscription;
  if (when.at === 'once') return afterQuiet(new Date(occurredAt.getTime() + group * 60_000), subscription);
  const isDay = when.at === 'daily' ? () => true : (day: string) => weekdayOf(day) === when.weekday;
  return afterQuiet(nextAt(occurredAt, when.hour * 60, zone, isDay), subscription);
}

/** What wakes somebody up takes events one by one: a digest is no incident. */
export const takesDigests = (channelKind: string): boolean => channelKind !== 'pagerduty';

/** The end of the quiet hours, if the moment is within them. */
export function afterQuiet(moment: Date, { quiet, zone }: Subscription): Date {
  if (quiet === null || !isQuiet(wallTime(moment, zone).minute, quiet)) return moment;
  const end = nextAt(moment, minuteOf(quiet.to), zone);
  // the end was read from a clock that is put back meanwhile: the same hour comes again
  return isQuiet(wallTime(end, zone).minute, quiet) ? nextAt(end, minuteOf(quiet.to), zone) : end;
}

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

function isQuiet(minute: number, quiet: { from: string; to: string }): boolean {
  const [from, to] = [minuteOf(quiet.from), minuteOf(quiet.to)];
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

const weekdayOf = (day: string) => weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7];
