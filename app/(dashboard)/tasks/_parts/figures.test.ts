import { expect, test } from 'vitest';
import { unitFigure } from './figures';

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
