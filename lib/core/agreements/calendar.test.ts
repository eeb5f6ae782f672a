import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CalendarEvent, calendarText } from './calendar';

const event: CalendarEvent = { uid: 'a@headroom', day: '2026-12-31', summary: 'Ends', description: '', url: null, remindDays: [] };
const stamp = '2026-11-21T10:00:00.000Z';
const lines = (text: string) => text.split('\r\n');
const unfolded = (text: string) => text.replaceAll('\r\n ', '');
const propertyOf = (text: string, name: string) =>
  lines(unfolded(text))
    .find((l) => l.startsWith(`${name}:`))
    ?.slice(name.length + 1);
const read = (value = '') => value.replace(/\\([\\,;n])/g, (_, c: string) => (c === 'n' ? '\n' : c));

test('a whole day ends on the next one, over the end of a year as well', () => {
  const text = calendarText('Agreements', [{ ...event, url: 'https://x.test/agreements/1', remindDays: [30, 7] }], stamp);
  expect(lines(text)).toEqual([
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Headroom//Agreements//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH'],
    ...['X-WR-CALNAME:Agreements', 'BEGIN:VEVENT', 'UID:a@headroom', 'DTSTAMP:20261121T100000Z'],
    ...[
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'SUMMARY:Ends',
      'URL:https://x.test/agreements/1',
      'TRANSP:TRANSPARENT',
    ],
    ...['BEGIN:VALARM', 'ACTION:DISPLAY', 'DESCRIPTION:Ends', 'TRIGGER:-P30D', 'END:VALARM'],
    ...['BEGIN:VALARM', 'ACTION:DISPLAY', 'DESCRIPTION:Ends', 'TRIGGER:-P7D', 'END:VALARM'],
    ...['END:VEVENT', 'END:VCALENDAR', ''],
  ]);
});

test('no line is longer than 75 octets, and what was written is read back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (summary) => {
      const text = calendarText('x', [{ ...event, summary }], stamp);
      for (const line of lines(text)) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(read(propertyOf(text, 'SUMMARY'))).toBe(summary);
    }),
  );
});

test('a name cannot end its line and begin a property of its own', () => {
  const text = calendarText(
    'x',
    [{ ...event, summary: 'Deal; a, b\\c\r\nURL:https://evil.test\u0000', url: 'https://a.test/\r\nX:1' }],
    stamp,
  );
  expect(propertyOf(text, 'SUMMARY')).toBe('Deal\\; a\\, b\\\\c\\nURL:https://evil.test');
  expect(lines(unfolded(text)).filter((l) => /^(URL:https:\/\/evil|X:1)/.test(l))).toEqual([]);
});
