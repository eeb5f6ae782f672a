import Big from 'big.js';

export const roundings = ['half-even', 'half-up'] as const;
export type Rounding = (typeof roundings)[number];

const modes = { 'half-even': Big.roundHalfEven, 'half-up': Big.roundHalfUp } as const;

/** Rounded to `digits` behind the point; half away from zero, or to the even neighbour. */
export const roundTo = (amount: Big, digits: number, rounding: Rounding = 'half-even'): Big => amount.round(digits, modes[rounding]);

/** Without an exponent and without zeros that say nothing: `1.50` → `1.5`. */
export const plain = (amount: Big): string => amount.toFixed();

export const sumOf = (amounts: Iterable<Big>): Big => {
  let sum = new Big(0);
  for (const a of amounts) sum = sum.plus(a);
  return sum;
};

export const smaller = (a: Big, b: Big): Big => (a.lt(b) ? a : b);
export const larger = (a: Big, b: Big): Big => (a.gt(b) ? a : b);
