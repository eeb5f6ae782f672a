import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spread } from './spread';

test('what has room stays where it is, and neighbours move apart', () => {
  expect(spread([10, 40, 90], 18, [0, 100])).toEqual([10, 40, 90]);
  expect(spread([10, 14], 18, [0, 100])).toEqual([10, 28]);
  expect(spread([90, 95], 18, [0, 100])).toEqual([82, 100]);
  expect(spread([], 18, [0, 100])).toEqual([]);
});

test('nothing leaves the drawing, nothing changes its order, and each has the room there is', () =>
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 1, max: 60 }),
      (some, room) => {
        const places = some.toSorted((a, b) => a - b);
        const moved = spread(places, room, [0, 1000]);
        const gap = Math.min(room, places.length > 1 ? 1000 / (places.length - 1) : room);
        for (const [i, place] of moved.entries()) {
          expect(place).toBeGreaterThanOrEqual(-1e-6);
          expect(place).toBeLessThanOrEqual(1000 + 1e-6);
          if (i > 0) expect(place - (moved[i - 1] ?? 0)).toBeGreaterThanOrEqual(gap - 1e-6);
        }
      },
    ),
  ));
