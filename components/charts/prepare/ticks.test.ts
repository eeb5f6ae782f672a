import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundScale } from './ticks';

test('ticks are round and hold zero', () => {
  expect(roundScale(0, 4210).ticks).toEqual([0, 2000, 4000, 6000]);
  expect(roundScale(-12, 30).ticks).toEqual([-20, 0, 20, 40]);
  expect(roundScale(0, 0.3).ticks).toEqual([0, 0.1, 0.2, 0.3]);
  expect(roundScale(0, 0).ticks).toEqual([0]);
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
