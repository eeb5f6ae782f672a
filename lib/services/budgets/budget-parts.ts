import Big from 'big.js';
import { countBetween, sumBetween } from '../../core/budgets/cube';
import { limitOf } from '../../core/budgets/limit';
import type { Budget, BudgetWindow } from '../../core/budgets/types';
import { plain, sumOf } from '../../core/money/round';
import type { BudgetBook } from './budget-book';

/** A part of a budget in its window of today; one limit for each value is the sum over its values. */
export interface BudgetPart {
  name: string;
  per: string | null;
  /** How many values it stands for; 1 where it stands for itself. */
  values: number;
  currency: string | null;
  window: string | null;
  limit: string | null;
  used: string | null;
  remaining: string | null;
  /** Charges without a price: what is used is a lower bound. */
  unpriced: number;
  /** In the unit and the window of what it is a part of. */
  isComparable: boolean;
}

/** The parts of a budget, and what of its limit none of them was given; null without a limit or a part that can be compared with it. */
export function partsOf(
  book: BudgetBook,
  { budget: whole, window, limit }: { budget: Budget; window: BudgetWindow; limit: string | null },
): { children: BudgetPart[]; ungiven: string | null } {
  const children = book.records.filter((r) => r.budget.parent === whole.name).map((r) => partOf(book, r.budget, whole, window));
  const given = children.flatMap((c) => (c.isComparable && c.limit !== null ? [new Big(c.limit)] : []));
  return { children, ungiven: limit === null || given.length === 0 ? null : plain(new Big(limit).minus(sumOf(given))) };
}

function partOf(book: BudgetBook, budget: Budget, whole: Budget, of: BudgetWindow): BudgetPart {
  const window = book.windowOf(budget);
  const lines = book.lines.filter((l) => l.budget.name === budget.name);
  const sums = lines.map(({ series }) => {
    const usedIn = (w: BudgetWindow) => book.cube.decimal(sumBetween(series, w.from, w.to));
    return window && { used: usedIn(window), limit: limitOf(budget, window, usedIn), ...countBetween(series, window.from, window.to) };
  });
  const states = sums.filter((s) => s !== null);
  const limits = states.flatMap((s) => (s.limit === null ? [] : [new Big(s.limit)]));
  const used = sumOf(states.map((s) => new Big(s.used)));
  const limit = limits.length ? sumOf(limits) : null;
  return {
    name: budget.name,
    per: budget.per,
    values: lines.length,
    currency: budget.currency,
    window: window?.name ?? null,
    limit: limit && plain(limit),
    used: window && plain(used),
    remaining: limit && plain(limit.minus(used)),
    unpriced: states.reduce((n, s) => n + s.unpriced, 0),
    isComparable: budget.currency === whole.currency && window?.from === of.from && window.to === of.to,
  };
}
