import Big from 'big.js';
import { formatPercent, minorUnitsOf } from '@/lib/core/money/format';
import type { Range } from '@/lib/core/time/period';
import type { AllocationBar } from '@/lib/services/allocation/showback';

export const count = (n: number): string => n.toLocaleString('en');

/** "12 %", "0.4 %"; "–" where there is no whole: of nothing and of a credit nothing is a share. */
export function percentOf(part: string, whole: string): string {
  if (new Big(whole).lte(0)) return '–';
  const ratio = new Big(part).div(whole);
  return formatPercent(ratio.toFixed(6), { digits: ratio.abs().lt('0.1') && !ratio.eq(0) ? 1 : 0 });
}

/** The same for a column, where the points stand below each other. */
export const shareOf = (part: string, whole: string): string =>
  new Big(whole).lte(0) ? '–' : formatPercent(new Big(part).div(whole).toFixed(6), { digits: 1 });

type Parts = Pick<AllocationBar, 'tagged' | 'rule' | 'shared' | 'unallocated' | 'total'>;

/** What a total consists of, by how it found its owners. */
export const partsOf = ({ tagged, rule, shared, unallocated }: Parts): string[] => [tagged, rule, shared, unallocated];

/** A credit that is larger than its part makes shares mean nothing. */
export const hasShares = (bar: Parts): boolean => partsOf(bar).every((amount) => new Big(amount).gte(0)) && new Big(bar.total).gt(0);

/** How much of it has an owner, as a share where there is one. */
export function ownedWords(bar: Parts): string {
  if (hasShares(bar)) return percentOf(new Big(bar.total).minus(bar.unallocated).toFixed(), bar.total);
  if ([bar.tagged, bar.rule, bar.shared].every(isNothing)) return 'None';
  return isNothing(bar.unallocated) ? 'All' : 'A part';
}

export const isNothing = (amount: string): boolean => !/[1-9]/.test(amount);

/** The answer to whether less is without an owner: the last month beside the first, and the goal. */
export function trendWords(trend: readonly { month: string; amount: string; total: string }[], { to }: Range): string {
  const shares = trend.filter((t) => new Big(t.total).gt(0)).map((t) => ({ month: t.month, share: percentOf(t.amount, t.total) }));
  const [first, last] = [shares[0], shares.at(-1)];
  if (!first || !last)
    return trend.length === 0 ? 'Of these months nothing is known.' : 'No month is above zero, so that nothing is a share of it.';
  const isRunning = to.startsWith(last.month) && !to.endsWith('-01');
  const now = `${last.share} without an owner in ${last.month}${isRunning ? ' so far' : ''}`;
  return `${now}${first === last ? '' : `, ${first.share} in ${first.month}`}; the goal is below 5 %.`.replaceAll(' %', '\u00a0%');
}

/** "<0.01", ">−0.01": something, and less than the smallest unit of its currency; null for every other amount. */
export function lessThanUnit(amount: string, currency: string): string | null {
  const unit = new Big(10).pow(-minorUnitsOf(currency));
  const size = new Big(amount).abs();
  if (size.eq(0) || size.gte(unit)) return null;
  const text = unit.toFixed(minorUnitsOf(currency));
  return new Big(amount).lt(0) ? `>−${text}` : `<${text}`;
}
