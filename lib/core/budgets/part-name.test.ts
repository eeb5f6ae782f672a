import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NONE } from '../costs/cost-query';
import { NO_VALUE, partName, partValue } from './part-name';

test('no value is taken for the missing one, and each part leads back to its value', () => {
  expect(partName(null)).toBe(NO_VALUE);
  expect(partValue(NO_VALUE)).toBe(NONE);
  const value = fc.oneof(fc.string(), fc.constantFrom('(none)', '\\(none)', '\\\\(none)', '(none) ', '(NONE)'));
  fc.assert(
    fc.property(value, value, (a, b) => {
      expect(partName(a)).not.toBe(NO_VALUE);
      expect(partValue(partName(a))).toBe(a);
      expect(partName(a) === partName(b)).toBe(a === b);
    }),
  );
});
