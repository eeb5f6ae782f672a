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

test('a label read back is its tick, at every magnitude', () => {
  const powers: Record<string, number> = { '': 0, k: 3, M: 6, B: 9, T: 12 };
  const readBack = (label: string) => {
    const [, minus, figure = '', suffix = ''] = /^(−?)([\d.,]+)([kMBT]?)$/.exec(label) ?? [];
    return Number(`${minus ? '-' : ''}${figure.replaceAll(',', '')}e${powers[suffix]}`);
  };
  expect([100, 1_000, 20_000, 100_000, 600_000, 100e6, 250e9, -600_000].map((t) => axisLabel(t, ''))).toEqual([
    '100',
    '1k',
    '20k',
    '100k',
    '600k',
    '100M',
    '250B',
    '−600k',
  ]);
  fc.assert(
    fc.property(fc.double({ min: 1, max: 9.99, noNaN: true }), fc.integer({ min: -6, max: 14 }), fc.boolean(), (digits, power, below) => {
      const high = digits * 10 ** power;
      for (const tick of roundScale(below ? -high : 0, below ? 0 : high).ticks) expect(readBack(axisLabel(tick, ''))).toBe(tick);
    }),
    { numRuns: 500 },
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
