import { expect, test } from 'vitest';
import { partialNotes } from './partial-notes';
import { pointTitle, prepareStack, type StackInput } from './stack';
import { isPartial } from './stack-point';

/** One dollar on every day of the range. */
function stackOf(from: string, to: string, more: Partial<StackInput>) {
  const days = Array.from({ length: 400 }, (_, i) => new Date(Date.parse(from) + i * 86_400_000).toISOString().slice(0, 10));
  const points = days.filter((day) => day < to).map((day) => ({ day, group: 'a', currency: 'USD', amount: '1' }));
  return prepareStack({ points, from, to, currency: 'USD', ...more });
}
const notesOf = (stack: ReturnType<typeof stackOf>) => stack.table.rows.map((r) => r.note);

test('weeks that the chosen days cut are parts at both ends, though all their bills are there', () => {
  const stack = stackOf('2026-05-13', '2026-07-02', { unit: 'week', completeTo: '2026-11-22' });
  expect(stack.points.map((p) => p.state)).toEqual(Array(8).fill('complete'));
  expect(stack.points.map(isPartial)).toEqual([true, ...Array(6).fill(false), true]);
  expect(notesOf(stack)).toEqual(['part of a week: 5 of 7 days', ...Array(6).fill(''), 'part of a week: 3 of 7 days']);
  expect(stack.points.map(pointTitle).at(-1)).toBe('29 Jun – 1 Jul 2026 · part of a week: 3 of 7 days');
  expect(partialNotes(stack.points, 'bars')).toEqual(['Hatched: part of a week at the start (5 of 7 days) and at the end (3 of 7 days).']);
  expect(partialNotes(stack.points, 'treemap')).toEqual([]);
});

test('twelve months in quarters begin with a part of one and end with one that still grows', () => {
  const stack = stackOf('2025-12-01', '2026-11-22', { unit: 'quarter', completeTo: '2026-11-22' });
  expect(notesOf(stack)).toEqual(['part of a quarter: 31 of 92 days', '', '', '', 'not complete yet']);
  expect(partialNotes(stack.points, 'bars')).toEqual([
    'Hatched: a quarter that is not complete yet.',
    'Also hatched: part of a quarter at the start (31 of 92 days).',
  ]);
  expect(partialNotes(stack.points, 'lines')[1]).toBe('Includes part of a quarter at the start (31 of 92 days).');
});

test.each([
  ['cut before what is known ends', '2026-11-19', '2026-11-22', 'part of a week: 3 of 7 days'],
  ['cut where what is known ends', '2026-11-19', '2026-11-19', 'not complete yet'],
  ['whole, but what is known ends within it', '2026-11-23', '2026-11-20', 'not complete yet'],
  ['whole and known', '2026-11-23', '2026-11-23', ''],
])('the last week is %s', (_, to, completeTo, note) => {
  expect(notesOf(stackOf('2026-11-02', to, { unit: 'week', completeTo }))).toEqual(['', '', note]);
});

test('one bar that begins late and still grows says both, and at no end', () => {
  const stack = stackOf('2026-11-18', '2026-11-21', { unit: 'week', completeTo: '2026-11-21' });
  expect(notesOf(stack)).toEqual(['part of a week: 3 of 7 days, not complete yet']);
  expect(partialNotes(stack.points, 'bars').at(-1)).toBe('Also hatched: part of a week (3 of 7 days).');
});
