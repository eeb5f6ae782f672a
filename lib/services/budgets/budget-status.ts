import { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import type { BudgetState } from '../../core/budgets/state';
import { openBook } from './budget-book';

/** One line of `headroom budgets status`: a budget, or its part for one value, in the window of today. */
export interface BudgetStatusLine extends BudgetState {
  id: number;
  budget: string;
  value: string | null;
  owner: string | null;
  parent: string | null;
  filter: string[];
  measure: string;
  currency: string | null;
}

/** Where every budget stands. `asOf` is a past day to stand on. Throws `not_found` for a name that is none. */
export async function budgetStatus(
  actor: Actor,
  now: Date,
  { names, asOf, detailed = true }: { names?: string[] | undefined; asOf?: string | undefined; detailed?: boolean } = {},
): Promise<BudgetStatusLine[]> {
  requirePermission(actor, 'budgets:read');
  if (asOf !== undefined && !(z.iso.date().safeParse(asOf).success && asOf >= '1990-01-01' && asOf < '2200-01-01'))
    throw new AppError('invalid', `"${asOf}" is no day like 2026-05-01 to stand on.`);
  const book = await openBook(actor.organizationId, now, { asOf, only: names });
  const unknown = names?.find((n) => !book.records.some((r) => r.budget.name === n));
  if (unknown !== undefined) throw new AppError('not_found', `There is no budget "${unknown}".`);
  return book.lines.flatMap((line) => {
    const { budget } = line;
    const window = book.windowOf(budget);
    if (!window) return [];
    return [
      {
        id: line.id,
        budget: budget.name,
        value: line.value,
        owner: budget.owner,
        parent: budget.parent,
        filter: budget.filter,
        measure: budget.measure,
        currency: budget.currency,
        ...(detailed ? book.detailOf(line, window).state : book.stateOf(line, window)),
      },
    ];
  });
}
