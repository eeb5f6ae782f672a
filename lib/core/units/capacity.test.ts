import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakEven, utilisation } from './capacity';

const capacity = { invoice: '36000', attributed: '27000', idle: '9000', tokens: '9000000000', payAsYouGo: '45000' };

test('50 units at 1.00 for 720 hours pay from 7.2 bn tokens on, if a million costs 5.00 by the token', () => {
  expect(breakEven(capacity)).toEqual({ tokens: '7200000000', reached: '1.25' });
  expect(utilisation(capacity)).toBe('0.75');
});

test('at the break-even volume the same price makes exactly what the capacity costs, to one token', () => {
  const amount = fc.integer({ min: 1, max: 1e9 });
  fc.assert(
    fc.property(amount, amount, amount, (invoice, tokens, payAsYouGo) => {
      const found = breakEven({ ...capacity, invoice: `${invoice}`, tokens: `${tokens}`, payAsYouGo: `${payAsYouGo}` });
      const atBreakEven = (Number(found?.tokens) * payAsYouGo) / tokens;
      return atBreakEven >= invoice * (1 - 1e-12) && atBreakEven < invoice + (payAsYouGo / tokens) * (1 + 1e-6) + invoice * 1e-12;
    }),
  );
});

test('without tokens, without their price or without events nothing is claimed', () => {
  expect(breakEven({ ...capacity, tokens: '0' })).toBeNull();
  expect(breakEven({ ...capacity, payAsYouGo: null })).toBeNull();
  expect(utilisation({ ...capacity, attributed: '0', idle: '0' })).toBeNull();
});
