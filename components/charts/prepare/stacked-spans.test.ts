import { expect, test } from 'vitest';
import type { StackPoint } from './stack-point';
import { stackedSpans } from './stacked-spans';

const bands = ['a', 'b', 'c'].map((key) => ({ key }));
const point = (values: Record<string, number>, more: Partial<StackPoint> = {}): StackPoint => ({
  ...{ day: '2026-10-01', to: '2026-10-02', unit: 'day', state: 'complete', total: '0', amounts: {}, values },
  ...more,
});

test('what is positive stands on one another, what is negative hangs below zero', () => {
  const { bands: spans, rest } = stackedSpans(point({ a: 3, b: -2, c: 4 }), bands);
  expect([...spans]).toEqual([
    ['a', { from: 0, to: 3 }],
    ['b', { from: 0, to: -2 }],
    ['c', { from: 3, to: 7 }],
  ]);
  expect(rest).toBeNull();
});

test('nothing is drawn of nothing', () => {
  expect(stackedSpans(point({ a: 0 }), bands).bands.size).toBe(0);
  expect(stackedSpans(point({}, { state: 'missing' }), bands).bands.size).toBe(0);
});

test('what is still to come goes on from what is known', () => {
  const expected = { day: '2026-10-01', amount: '10', low: null, high: null };
  expect(stackedSpans(point({ a: 3, b: 1 }, { total: '4', state: 'incomplete', expected }), bands).rest).toEqual({ from: 4, to: 10 });
  expect(stackedSpans(point({}, { state: 'ahead', expected: { ...expected, amount: '-5' } }), bands).rest).toEqual({ from: 0, to: -5 });
  expect(stackedSpans(point({ a: 12 }, { total: '12', state: 'incomplete', expected }), bands).rest).toBeNull();
});
