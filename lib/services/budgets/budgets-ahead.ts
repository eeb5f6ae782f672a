import Big from 'big.js';
import { type Actor, requirePermission } from '../../core/access/actor';
import { listBudgets } from '../../db/records/budgets';
import { type BudgetStatusLine, budgetStatus } from './budget-status';

export interface BudgetsAhead {
  /** Those that are expected to use most of their limit, the fullest first. */
  lines: BudgetStatusLine[];
  total: number;
  over: number;
  atRisk: number;
}

/** How many lines there will be, at most `count`: read from the definitions alone. */
export async function countBudgets(actor: Actor, count: number): Promise<number> {
  requirePermission(actor, 'budgets:read');
  const all = await listBudgets(actor.organizationId);
  return all.some((b) => b.budget.per !== null) ? count : Math.min(count, all.length);
}

/** The budgets that need looking at: by what they are expected to end with, as a share of their limit. */
export async function budgetsAhead(actor: Actor, now: Date, count: number): Promise<BudgetsAhead> {
  const all = await budgetStatus(actor, now, { detailed: false });
  const has = (status: BudgetStatusLine['status']) => all.filter((l) => l.status === status).length;
  return {
    lines: [...all].sort((a, b) => expectedShare(b).cmp(expectedShare(a)) || (a.budget < b.budget ? -1 : 1)).slice(0, count),
    total: all.length,
    over: has('over'),
    atRisk: has('at-risk'),
  };
}

/** What it ends with ÷ its limit: the forecast where there is one, else what is used. Nothing known comes last. */
function expectedShare({ limit, used, forecast }: BudgetStatusLine): Big {
  if (limit === null || new Big(limit).lte(0)) return new Big(-1);
  const most = forecast && new Big(forecast.point).gt(used) ? forecast.point : used;
  return new Big(most).div(limit);
}
