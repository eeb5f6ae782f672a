import Big from 'big.js';
import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { limitOf } from '../../core/budgets/limit';
import { listenToLedger } from '../../db/ledger-news';
import { openBook } from '../budgets/budget-book';

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
}

interface Answers {
  until: number;
  byName: Promise<Map<string, Headroom>>;
}

/** Nothing tells when a window ends or a budget of a day begins anew: so answers are never older than this. */
const FRESH_MS = 30_000;
const held = new Map<number, Answers>();
let listening = false;

/**
 * Is there room left in a budget? `value` names one value where the budget stands for each. Answered from memory: the ledger is asked again
 * when a load is activated or taken back, when a budget changes, and every 30 seconds. Throws `not_found`.
 */
export async function checkHeadroom(actor: Actor, budget: string, value: string | null, now: Date): Promise<Headroom> {
  requirePermission(actor, 'budgets:read');
  const answers = await answersOf(actor.organizationId, now);
  // who has spent nothing yet has the whole limit
  const found = answers.get(keyOf(budget, value)) ?? (value === null ? undefined : answers.get(keyOf(budget, ANYBODY)));
  if (found) return found;
  if (answers.has(keyOf(budget, ANYBODY)))
    throw new AppError('invalid', `Budget "${budget}" stands for each value of a dimension: say which, ?value=…`);
  if (value !== null && answers.has(keyOf(budget, null))) throw new AppError('not_found', `Budget "${budget}" has no values.`);
  throw new AppError('not_found', `There is no budget "${budget}".`);
}

/** Stands for a value that nothing was spent on; no stored text holds its character. */
const ANYBODY = '\u0000';

const keyOf = (budget: string, value: string | null) => JSON.stringify([budget, value]);

function answersOf(organization: number, now: Date): Promise<Map<string, Headroom>> {
  if (!listening) {
    listening = true;
    listenToLedger((changed) => held.delete(changed)).catch(() => {
      listening = false;
    });
  }
  const before = held.get(organization);
  if (before && before.until > now.getTime()) return before.byName;
  const byName = allAnswers(organization, now);
  held.set(organization, { until: now.getTime() + FRESH_MS, byName });
  byName.catch(() => held.delete(organization));
  return byName;
}

async function allAnswers(organization: number, now: Date): Promise<Map<string, Headroom>> {
  const book = await openBook(organization, now);
  const answers = new Map<string, Headroom>();
  const asOf = `${book.completeTo}T00:00:00Z`;
  for (const line of book.lines) {
    const window = book.windowOf(line.budget);
    const state = window && book.stateOf(line, window);
    answers.set(keyOf(line.budget.name, line.value), {
      allowed: !state || state.remaining === null || new Big(state.remaining).gt(0),
      remaining: state?.remaining ?? null,
      currency: line.budget.currency,
      window_end: window ? `${window.to}T00:00:00Z` : null,
      as_of: asOf,
    });
  }
  for (const { budget } of book.records) {
    const window = budget.per === null ? null : book.windowOf(budget);
    if (budget.per === null) continue;
    const limit = window && limitOf(budget, window, () => '0');
    answers.set(keyOf(budget.name, ANYBODY), {
      allowed: limit === null || new Big(limit).gt(0),
      remaining: limit,
      currency: budget.currency,
      window_end: window ? `${window.to}T00:00:00Z` : null,
      as_of: asOf,
    });
  }
  return answers;
}
