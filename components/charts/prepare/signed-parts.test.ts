import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signedParts } from './signed-parts';
import { prepareStack } from './stack';
import type { StackPoint } from './stack-point';

const stackOf = (amounts: readonly (number | null)[]): StackPoint[] =>
  prepareStack({
    from: '2026-03-01',
    to: `2026-03-${String(amounts.length + 1).padStart(2, '0')}`,
    currency: 'USD',
    unit: 'day',
    points: amounts.flatMap((amount, i) =>
      amount === null ? [] : [{ day: `2026-03-${String(i + 1).padStart(2, '0')}`, group: 'a', currency: 'USD', amount: String(amount) }],
    ),
  }).points;

test('a group that changes sign goes to zero in one stack and comes from zero in the other', () => {
  expect(signedParts(stackOf([5, 5, -3, -2, 4]), 'a')).toEqual({ up: [5, 5, 0, 0, 4], down: [null, 0, -3, -2, 0] });
});

test('a group of one sign has one part, and no line runs along zero where it has nothing', () => {
  expect(signedParts(stackOf([5, 0, 0, 0, 2]), 'a')).toEqual({ up: [5, 0, null, 0, 2], down: null });
  expect(signedParts(stackOf([-1, -2]), 'a')).toEqual({ up: null, down: [-1, -2] });
  expect(signedParts(stackOf([0, 0]), 'a')).toEqual({ up: null, down: null });
});

test('a missing day stays a gap in both', () => {
  expect(signedParts(stackOf([5, null, -3]), 'a')).toEqual({ up: [5, null, null], down: [null, null, -3] });
});

test('both parts are the values, no part leaves its side, and none is both on one day', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: -9, max: 9 })), { minLength: 1, maxLength: 28 }), (amounts) => {
      const { up, down } = signedParts(stackOf(amounts), 'a');
      amounts.forEach((amount, i) => {
        const [above, below] = [up?.[i] ?? null, down?.[i] ?? null];
        expect((above ?? 0) + (below ?? 0)).toBe(amount ?? 0);
        expect(above === null || above >= 0).toBe(true);
        expect(below === null || below <= 0).toBe(true);
        if (amount === null) expect([above, below]).toEqual([null, null]);
      });
    }),
  );
});
