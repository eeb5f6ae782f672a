import { addDays, type Day } from '../time/days';

/** A moment as a clock on a wall shows it. */
export interface WallTime {
  day: Day;
  /** Minutes since midnight. */
  minute: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  });
  formats.set(zone, made);
  return made;
}

/** What the clock shows in a zone. */
export function wallTime(moment: Date, zone: string): WallTime {
  const part = Object.fromEntries(
    formatOf(zone)
      .formatToParts(moment)
      .map((p) => [p.type, p.value]),
  );
  return { day: `${part.year}-${part.month}-${part.day}`, minute: Number(part.hour) * 60 + Number(part.minute) };
}

const MINUTE = 60_000;
const asUtc = ({ day, minute }: WallTime): number => Date.parse(`${day}T00:00:00Z`) + minute * MINUTE;

/** How far the clock of a zone is ahead of UTC, in milliseconds. */
const offsetAt = (moment: number, zone: string): number => asUtc(wallTime(new Date(moment), zone)) - Math.floor(moment / MINUTE) * MINUTE;

/**
 * The moment at which the clock shows this time: the first one where it shows it twice, and, where clocks are put forward past it, as long after the gap
 * as it lies within it.
 */
export function momentOf(wall: WallTime, zone: string): Date {
  const utc = asUtc(wall);
  // the two offsets that can hold around it: a day before and a day after
  const [before, after] = [offsetAt(utc - 86_400_000, zone), offsetAt(utc + 86_400_000, zone)];
  const found = [utc - before, utc - after].sort((a, b) => a - b).find((m) => asUtc(wallTime(new Date(m), zone)) === utc);
  return new Date(found ?? utc - before);
}

/** The first moment after `moment` at which the clock shows that minute of the day, on a day that is wanted. */
export function nextAt(moment: Date, minute: number, zone: string, isWanted: (day: Day) => boolean = () => true): Date {
  for (let day = addDays(wallTime(moment, zone).day, -1), i = 0; i < 16; day = addDays(day, 1), i++) {
    const next = momentOf({ day, minute }, zone);
    if (next > moment && isWanted(day)) return next;
  }
  throw new RangeError('no such day in two weeks');
}
