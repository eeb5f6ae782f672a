import { addDays, type Day } from '../time/days';

/** One day in a calendar. */
export interface CalendarEvent {
  /** The same for the same event in every file, so that a calendar that reads it again changes it instead of adding. */
  uid: string;
  day: Day;
  summary: string;
  description: string;
  url: string | null;
  /** Days before, for a reminder. */
  remindDays: readonly number[];
}

/** An iCalendar file (RFC 5545) of whole days. `stamp` is when it was made, `2026-11-21T10:00:00.000Z`. */
export function calendarText(name: string, events: readonly CalendarEvent[], stamp: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Headroom//Agreements//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap((e) => eventLines(e, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const eventLines = ({ uid, day, summary, description, url, remindDays }: CalendarEvent, stamp: string): string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(uid)}`,
  `DTSTAMP:${stamp.replace(/\.\d+/, '').replace(/[-:]/g, '')}`,
  `DTSTART;VALUE=DATE:${compact(day)}`,
  `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
  `SUMMARY:${escaped(summary)}`,
  ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
  ...(url ? [`URL:${oneLine(url)}`] : []),
  'TRANSP:TRANSPARENT',
  ...remindDays.flatMap((n) => ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(summary)}`, `TRIGGER:-P${n}D`, 'END:VALARM']),
  'END:VEVENT',
];

const compact = (day: Day): string => day.replaceAll('-', '');

/** Backslash, comma, semicolon and line break are escaped; other control characters cannot stand in a calendar. */
const escaped = (text: string): string =>
  text
    .replace(/\r\n|\r|\u2028|\u2029/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not stand there
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replace(/[\\,;]/g, '\\$&')
    .replaceAll('\n', '\\n');

const oneLine = (text: string): string => text.replace(/\s/g, '');

const LINE_OCTETS = 75;
const octets = new TextEncoder();

/** Lines of at most 75 octets, the next beginning with a space; no character is cut. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  let size = 0;
  for (const character of line) {
    const length = octets.encode(character).length;
    if (size + length > LINE_OCTETS) {
      lines.push(current);
      current = ' ';
      size = 1;
    }
    current += character;
    size += length;
  }
  return [...lines, current].join('\r\n');
}
