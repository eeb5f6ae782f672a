import Big from 'big.js';
import { formatPercent } from '@/lib/core/money/format';
import type { Range } from '@/lib/core/time/period';

export const count = (n: number): string => n.toLocaleString('en');

/** "12 %", "0.4 %"; "–" where there is no whole: of nothing and of a credit nothing is a share. */
export function percentOf(part: string, whole: string): string {
  if (new Big(whole).lte(0)) return '–';
  const ratio = new Big(part).div(whole);
  return formatPercent(ratio.toFixed(6), { digits: ratio.abs().lt('0.1') && !ratio.eq(0) ? 1 : 0 });
}

export const isNothing = (amount: string): boolean => !/[1-9]/.test(amount);

/** The answer to whether less is without an owner: the last month beside the first, and the goal. */
export function trendWords(trend: readonly { month: string; amount: string; total: string }[], { to }: Range): string {
  const shares = trend.filter((t) => new Big(t.total).gt(0)).map((t) => ({ month: t.month, share: percentOf(t.amount, t.total) }));
  const [first, last] = [shares[0], shares.at(-1)];
  if (!first || !last) return 'Of these months nothing is known.';
  const isRunning = to.startsWith(last.month) && !to.endsWith('-01');
  const now = `${last.share} without an owner in ${last.month}${isRunning ? ' so far' : ''}`;
  return `${now}${first === last ? '' : `, ${first.share} in ${first.month}`}; the goal is below 5 %.`.replaceAll(' %', '\u00a0%');
}
