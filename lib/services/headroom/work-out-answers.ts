import { setImmediate as breathe } from 'node:timers/promises';
import Big from 'big.js';
import { sumBetween } from '../../core/budgets/cube';
import { limitOf } from '../../core/budgets/limit';
import type { Budget, BudgetWindow } from '../../core/budgets/types';
import { dayIn } from '../../core/budgets/windows';
import { plain } from '../../core/money/round';
import { type BudgetBook, openBook } from '../budgets/budget-book';

/** What a gateway asks before it lets a request through. Amounts are exact decimals. */
export interface Headroom {
  allowed: boolean;
  remaining: string | null;
  /** Null for a budget of tokens. */
  currency: string | null;
  /** When spending begins anew, UTC; null between the periods of a calendar. */
  window_end: string | null;
  /** The bills are complete up to this moment; what was spent since is not counted. */
  as_of: string;
  /** When the ledger was read for this answer, at most ten minutes ago. */
  checked_at: string;
}

export interface AllAnswers {
  byKey: ReadonlyMap<string, Headroom>;
  /** Milliseconds, as of a clock. */
  workedOutAt: number;
  /** When the day changes for any of the budgets, and a window may end. */
  holdUntil: number;
}

/** Stands for a value that nothing was spent on; no stored text holds its character. */
export const ANYBODY = '\u0000';

export const keyOf = (budget: string, value: string | null) => JSON.stringify([budget, value]);

const LINES_A_TURN = 50;

/** The room left in every budget and every part of one. */
export async function answersFor(organization: number, now: Date): Promise<AllAnswers> {
  const book = await openBook(organization, now);
  const byKey = new Map<string, Headroom>();
  const checkedAt = now.toISOString();
  const answer = (budget: Budget, window: BudgetWindow | null, left: string | null, completeTo: string): Headroom => ({
    allowed: left === null || new Big(left).gt(0),
    remaining: left,
    currency: budget.currency,
    window_end: window ? `${window.to}T00:00:00Z` : null,
    as_of: `${completeTo}T00:00:00Z`,
    checked_at: checkedAt,
  });
  for (const [i, { budget, value, series, completeTo }] of book.lines.entries()) {
    if (i % LINES_A_TURN === LINES_A_TURN - 1) await breathe(); // requests are answered meanwhile
    const window = book.windowOf(budget);
    const usedIn = (w: BudgetWindow) => book.cube.decimal(sumBetween(series, w.from, w.to));
    const limit = window && limitOf(budget, window, usedIn);
    const left = window && limit !== null ? plain(new Big(limit).minus(usedIn(window))) : null;
    byKey.set(keyOf(budget.name, value), answer(budget, window, left, completeTo));
  }
  for (const { budget } of book.records) {
    if (budget.per === null) continue;
    const window = book.windowOf(budget);
    const limit = window && limitOf(budget, window, () => '0');
    byKey.set(keyOf(budget.name, ANYBODY), answer(budget, window, limit, book.completeToOf(budget)));
  }
  return { byKey, workedOutAt: now.getTime(), holdUntil: nextDayOf(book, now) };
}

const QUARTER_MS = 15 * 60_000;

/** Days begin at a quarter of an hour, in every zone there is. */
function nextDayOf({ records }: BudgetBook, now: Date): number {
  const zones = [...new Set(records.map((r) => r.budget.window.zone))];
  const today = zones.map((zone) => dayIn(zone, now));
  const first = Math.ceil((now.getTime() + 1) / QUARTER_MS) * QUARTER_MS;
  const turns = Array.from({ length: 96 }, (_, i) => first + i * QUARTER_MS);
  return turns.find((at) => zones.some((zone, i) => dayIn(zone, new Date(at)) !== today[i])) ?? first + 96 * QUARTER_MS;
}
