import { expect, test } from 'vitest';
import { comparedText, lastDay, momentText, rangeText } from './period-words';

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

test.each([
  ['a year before', { from: '2025-11-01', to: '2025-11-21' }, { from: '2026-11-01', to: '2026-11-21' }, 'Nov 1–20, 2025'],
  ['the month before', { from: '2026-10-01', to: '2026-10-21' }, { from: '2026-11-01', to: '2026-11-21' }, 'Oct 1–20'],
  ['across New Year', { from: '2025-12-01', to: '2026-01-01' }, { from: '2026-01-01', to: '2026-02-01' }, 'Dec 1–31, 2025'],
  ['a year that is two', { from: '2025-01-01', to: '2025-12-01' }, { from: '2025-12-01', to: '2026-11-01' }, 'Jan 1 – Nov 30, 2025'],
])('compared with %s: the year is said where it is another', (_, comparison, period, said) => {
  expect(comparedText(comparison, period)).toBe(said);
});
