import { expect, test } from 'vitest';
import { comparedText, lastDay, momentText, rangeText } from './period-words';

test.each([
  ['2026-11-01', '2026-11-21', '1–20 Nov', '1–20 Nov 2026'],
  ['2026-10-22', '2026-11-21', '22 Oct – 20 Nov', '22 Oct – 20 Nov 2026'],
  ['2026-11-20', '2026-11-21', '20 Nov', '20 Nov 2026'],
  ['2025-12-01', '2026-11-21', '1 Dec 2025 – 20 Nov 2026', '1 Dec 2025 – 20 Nov 2026'],
])('%s to %s is %s: both ends are said', (from, to, short, long) => {
  expect(rangeText({ from, to })).toBe(short);
  expect(rangeText({ from, to }, { year: true })).toBe(long);
});

test('complete to a day is said with that day, moments with their zone', () => {
  expect(lastDay('2026-11-01')).toBe('31 Oct');
  expect(momentText('2026-11-21T05:32:22.007Z')).toBe('21 Nov 2026, 05:32 UTC');
});

test.each([
  ['a year before', { from: '2025-11-01', to: '2025-11-21' }, { from: '2026-11-01', to: '2026-11-21' }, '1–20 Nov 2025'],
  ['the month before', { from: '2026-10-01', to: '2026-10-21' }, { from: '2026-11-01', to: '2026-11-21' }, '1–20 Oct'],
  ['across New Year', { from: '2025-12-01', to: '2026-01-01' }, { from: '2026-01-01', to: '2026-02-01' }, '1–31 Dec 2025'],
  ['a year that is two', { from: '2025-01-01', to: '2025-12-01' }, { from: '2025-12-01', to: '2026-11-01' }, '1 Jan – 30 Nov 2025'],
])('compared with %s: the year is said where it is another', (_, comparison, period, said) => {
  expect(comparedText(comparison, period)).toBe(said);
});
