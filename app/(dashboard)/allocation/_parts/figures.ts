import Big from 'big.js';
import { formatPercent } from '@/lib/core/money/format';

export const count = (n: number): string => n.toLocaleString('en');

/** "12 %", "0.4 %"; "–" where there is no whole: of nothing and of a credit nothing is a share. */
export function percentOf(part: string, whole: string): string {
  if (new Big(whole).lte(0)) return '–';
  const ratio = new Big(part).div(whole);
  return formatPercent(ratio.toFixed(6), { digits: ratio.abs().lt('0.1') && !ratio.eq(0) ? 1 : 0 });
}

export const isNothing = (amount: string): boolean => !/[1-9]/.test(amount);
