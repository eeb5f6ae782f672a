import Big from 'big.js';

/** For sorting decimal strings of one currency: the largest in size first, whatever its sign. */
export const bySize = (a: string, b: string): number => new Big(b).abs().cmp(new Big(a).abs());

/** For sorting decimal strings of one currency: the largest first, what is below zero last. */
export const byAmount = (a: string, b: string): number => new Big(b).cmp(new Big(a));
