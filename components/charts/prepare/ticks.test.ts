import fc from 'fast-check';
import { expect, test } from 'vitest';
import { axisLabel, roundScale } from './ticks';

test('ticks are round and hold zero', () => {
  expect(roundScale(0, 4210).ticks).toEqual([0, 2000, 4000, 6000]);
  expect(roundScale(-12, 30).ticks).toEqual([-20, 0, 20, 40]);
  expect(roundScale(0, 0.3).ticks).toEqual([0, 0.1, 0.2, 0.3]);
  expect(roundScale(0, 0).ticks).toEqual([0]);
});

test('labels of small and large ticks differ from one another', () => {
  expect([0, 0.0025, 0.005, 0.0125].map((t) => axisLabel(t, ''))).toEqual(['0', '0.0025', '0.005', '0.0125']);
  expect([5e-7, 0.5, 20, 100, 2000, 12500, 1e6].map((t) => axisLabel(t, ''))).toEqual([
    '0.0000005',
    '0.5',
    '20',
    '100',
    '2k',
    '12.5k',
    '1M',
  ]);
  expect(axisLabel(-6000, 'USD')).toBe('−6k USD');
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), (high) => {
      const labels = roundScale(0, high).ticks.map((t) => axisLabel(t, ''));
      expect(new Set(labels).size).toBe(labels.length);
    }),
  );
});

test('the scale holds every value, with a handful of ticks', () => {
  const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(value, value, (a, b) => {
      const { min, max, ticks } = roundScale(Math.min(a, b), Math.max(a, b));
      expect(min).toBeLessThanOrEqual(Math.min(0, a, b) + 1e-6);
      expect(max).toBeGreaterThanOrEqual(Math.max(0, a, b) - 1e-6);
      expect(ticks).toContain(0);
      expect(ticks.length).toBeLessThanOrEqual(8);
    }),
  );
});
