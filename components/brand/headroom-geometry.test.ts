import fc from 'fast-check';
import { expect, test } from 'vitest';
import { headroomGeometry, leftOf } from './headroom-geometry';

const amount = fc.integer({ min: 0, max: 1_000_000 }).map(String);

test('below the cap the track ends at the cap and nothing is over', () => {
  expect(headroomGeometry({ cap: '1000', used: '250', forecast: '600', pace: '500', thresholds: [0.8, 1] })).toEqual({
    cap: 100,
    used: 25,
    over: 0,
    forecast: { from: 25, to: 60 },
    pace: 50,
    thresholds: [80],
    isCut: false,
  });
});

test('past the cap the overflow is drawn after the end, and cut where it no longer fits', () => {
  const slightly = headroomGeometry({ cap: '1000', used: '1100' });
  expect(slightly.cap).toBeCloseTo(90.9, 1);
  expect(slightly.over).toBeCloseTo(9.1, 1);
  expect(headroomGeometry({ cap: '1000', used: '9000' })).toMatchObject({ cap: 80, over: 20, isCut: true });
});

test('whatever the figures, all marks stay on the drawing', () => {
  fc.assert(
    fc.property(amount, amount, amount, amount, (cap, used, forecast, pace) => {
      const g = headroomGeometry({ cap, used, forecast, pace, thresholds: [0.5] });
      for (const x of [g.cap, g.used, g.used + g.over, g.forecast?.to ?? 0, g.pace ?? 0, ...g.thresholds]) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(100.0001);
      }
    }),
  );
});

test('what is left is exact', () => {
  expect(leftOf('0.3', '0.1')).toBe('0.2');
  expect(leftOf('100', '140.000000001')).toBe('-40.000000001');
});
