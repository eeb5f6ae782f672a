import { type AlertKind, type Severity, severities } from './types';
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

/** Everything, at once, each by itself: what a channel is sent until somebody says otherwise. */
export const everything: Subscription = {
  kinds: null,
  severity: 'info',
  when: { at: 'once' },
  zone: 'UTC',
  quiet: null,
  group: 0,
  criticalAtOnce: true,
};

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
