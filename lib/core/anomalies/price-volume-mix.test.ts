import fc from 'fast-check';
import { expect, test } from 'vitest';
import { priceVolumeMix } from './price-volume-mix';

const line = (key: string, cost: number, quantity: number) => ({ key, cost, quantity });

test('by hand: 10 at 2.00 becomes 12 at 3.00', () => {
  expect(priceVolumeMix([line('a', 20, 10)], [line('a', 36, 12)])).toEqual({
    ...{ price: 10, volume: 4, mix: 2, unexplained: 0 },
    rows: [{ key: 'a', costBefore: 20, costAfter: 36, change: 16, price: 10, volume: 4, mix: 2, unexplained: 0 }],
  });
});

test('what is new or gone is volume at its own price', () => {
  const { rows, ...terms } = priceVolumeMix([line('gone', 30, 3)], [line('new', 50, 10)]);
  expect(terms).toEqual({ price: 0, volume: 20, mix: 0, unexplained: 0 });
  expect(rows.map((r) => [r.key, r.volume])).toEqual([
    ['new', 50],
    ['gone', -30],
  ]);
});

test('cost without a quantity is unexplained', () => {
  expect(priceVolumeMix([line('fee', 10, 0)], [line('fee', 25, 0)])).toMatchObject({ price: 0, volume: 0, mix: 0, unexplained: 15 });
  expect(priceVolumeMix([line('a', 10, 0)], [line('a', 25, 5)])).toMatchObject({ volume: 25, unexplained: -10 });
});

test('lines of one key are one', () => {
  expect(priceVolumeMix([line('a', 12, 6), line('a', 8, 4)], [line('a', 36, 12)])).toMatchObject({ price: 10, volume: 4, mix: 2 });
});

test('the terms add up to the change, and going back undoes price and volume together with mix', () => {
  const lines = fc.array(
    fc.record({ key: fc.constantFrom('a', 'b', 'c'), cost: fc.integer({ min: -100, max: 1000 }), quantity: fc.nat(50) }),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const total = (list: { cost: number }[]) => list.reduce((sum, l) => sum + l.cost, 0);
      const whole = ({ price, volume, mix, unexplained }: ReturnType<typeof priceVolumeMix>) => price + volume + mix + unexplained;
      expect(whole(priceVolumeMix(before, after))).toBeCloseTo(total(after) - total(before), 6);
      expect(whole(priceVolumeMix(after, before))).toBeCloseTo(total(before) - total(after), 6);
      for (const r of priceVolumeMix(before, after).rows) expect(r.price + r.volume + r.mix + r.unexplained).toBeCloseTo(r.change, 6);
    }),
  );
});

test('nothing and nothing is nothing, and what is no number is refused', () => {
  expect(priceVolumeMix([], [])).toEqual({ price: 0, volume: 0, mix: 0, unexplained: 0, rows: [] });
  expect(() => priceVolumeMix([line('a', Number.NaN, 1)], [])).toThrow(RangeError);
});
