import { expect, test } from 'vitest';
import { annotated } from './annotate';
import type { ChartMark } from './chart-marks';
import { prepareStack } from './stack';
import { stillToCome } from './stack-point';

const week = { from: '2026-11-01', to: '2026-11-06', currency: 'USD', unit: 'day' as const };
const points = ['2026-11-01', '2026-11-02'].map((day) => ({ day, group: 'a', currency: 'USD', amount: '10.5' }));
const note = (day: string, more: Partial<ChartMark> = {}): ChartMark => ({
  ...{ key: `note-${day}`, from: day, to: `${day.slice(0, 8)}${String(Number(day.slice(8)) + 1).padStart(2, '0')}`, direction: null },
  ...{ label: 'Moved', href: null, by: 'Ada', isNote: true, ...more },
});

test('notes stand beside the figures of their day, and a day without figures has a row for them', () => {
  const stack = prepareStack({ ...week, points });
  const { rows, columns } = annotated(stack, [note('2026-11-02'), note('2026-11-02', { key: 'b', label: 'Again' }), note('2026-11-04')]);
  expect(rows.map((r) => [r.day, r.total ?? '', r.note])).toEqual([
    ['2026-11-01', '10.5', ''],
    ['2026-11-02', '10.5', 'Moved (Ada); Again (Ada)'],
    ['2026-11-04', '', 'Moved (Ada)'],
  ]);
  expect(columns).toEqual(stack.table.columns);
  expect(annotated(stack, [note('2026-12-02')])).toBe(stack.table);
});

test('what is expected is a column of its own and no part of what is known', () => {
  const expected = [
    { day: '2026-11-02', amount: '30', low: '20', high: '45' },
    { day: '2026-11-03', amount: '12', low: null, high: null },
  ];
  const stack = prepareStack({ ...week, to: '2026-11-04', points, expected, incompleteDays: ['2026-11-02', '2026-11-03'] });
  expect(stack.points.map((p) => [p.state, p.total, stillToCome(p)])).toEqual([
    ['complete', '10.5', 0],
    ['incomplete', '10.5', 19.5],
    ['ahead', '0', 12],
  ]);
  expect(stack.total).toBe('21');
  expect(stack.scale.max).toBeGreaterThanOrEqual(45);
  const { rows, total, columns } = annotated(stack, []);
  expect(columns.map((c) => c.header)).toEqual([
    ...['Day', 'Total (USD)', 'a (USD)', 'Expected (USD)', 'At least (USD)', 'At most (USD)', 'Note'],
  ]);
  expect(rows.map((r) => [r.day, r.total ?? '', r.expected, r.low, r.high])).toEqual([
    ['2026-11-01', '10.5', '', '', ''],
    ['2026-11-02', '10.5', '30', '20', '45'],
    ['2026-11-03', '', '12', '', ''],
  ]);
  expect(total?.total).toBe('21');
});

test('more than was expected has come: nothing is drawn on top', () => {
  const expected = [{ day: '2026-11-02', amount: '4', low: '3', high: '5' }];
  expect(prepareStack({ ...week, points, expected }).points.map(stillToCome)).toEqual([0, 0, 0, 0, 0]);
});
