import { expect, test } from 'vitest';
import { lastDay, momentText, rangeText } from './period-words';

test.each([
  ['2026-11-01', '2026-11-21', 'Nov 1–20', 'Nov 1–20, 2026'],
  ['2026-10-22', '2026-11-21', 'Oct 22 – Nov 20', 'Oct 22 – Nov 20, 2026'],
  ['2026-11-20', '2026-11-21', 'Nov 20', 'Nov 20, 2026'],
  ['2025-12-01', '2026-11-21', 'Dec 1, 2025 – Nov 20, 2026', 'Dec 1, 2025 – Nov 20, 2026'],
])('%s to %s is %s: both ends are said', (from, to, short, long) => {
  expect(rangeText({ from, to })).toBe(short);
  expect(rangeText({ from, to }, { year: true })).toBe(long);
});

test('complete to a day is said with that day, moments with their zone', () => {
  expect(lastDay('2026-11-01')).toBe('31 Oct');
  expect(momentText('2026-11-21T05:32:22.007Z')).toBe('21 Nov 2026, 05:32 UTC');
});
