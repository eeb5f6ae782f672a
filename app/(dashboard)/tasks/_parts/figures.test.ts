import { expect, test } from 'vitest';
import { unitFigure } from '@/lib/core/money/unit-figure';
import { seconds } from './figures';

test.each([
  ['0.00123456', '0.001235'],
  ['0.0025', '0.0025'],
  ['1', '1.00'],
  ['1.59000031', '1.590'],
  ['0.4400000001', '0.4400'],
  ['1.25', '1.25'],
  ['12.34567', '12.35'],
  ['1234.5', '1,234.50'],
  ['-0.5', '−0.50'],
  ['0', '0.00'],
])('a unit cost of %s reads %s', (amount, figure) => expect(unitFigure(amount, 'USD')).toBe(figure));

test('a latency is said in the unit that a person thinks in', () => {
  expect([null, 0, 429.6, 3789, 99_949, 125_400].map(seconds)).toEqual(['–', '0 ms', '430 ms', '3.8 s', '99.9 s', '2 min 5 s']);
});
