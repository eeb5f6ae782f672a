import Big from 'big.js';
import { plain } from '../money/round';
import type { Budget, BudgetWindow } from './types';
import { windowsBetween } from './windows';

/**
 * What may be spent in a window, as a decimal; null before the first dated amount. `spent` tells what was spent in an earlier window, for
 * budgets that carry over.
 */
export function limitOf(budget: Budget, window: BudgetWindow, spent: (w: BudgetWindow) => string): string | null {
  const { amount } = budget;
  if (amount.kind === 'fixed') return amount.amount;
  if (amount.kind === 'dated') return amount.amounts.filter((a) => a.from <= window.from).at(-1)?.amount ?? null;
  const before = windowsBetween(budget.window, amount.since, window.from).filter((w) => w.from < window.from);
  if (amount.kind === 'growing') {
    const factor = new Big(amount.growth).plus(1);
    return plain(before.reduce((limit) => limit.times(factor), new Big(amount.amount)).round(2, Big.roundHalfEven));
  }
  return plain(before.reduce((limit, w) => limit.minus(spent(w)).plus(amount.amount), new Big(amount.amount)));
}
