import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { keptAnswers, newestAnswers } from './kept-answers';
import { type AllAnswers, ANYBODY, type Headroom, keyOf } from './work-out-answers';

/**
 * Is there room left in a budget? `value` names one value where the budget stands for each. Answered from memory at once, while newer answers are
 * worked out behind it when a load is activated or taken back, when a budget changes, and when the day does. Throws `not_found`.
 */
export async function checkHeadroom(actor: Actor, budget: string, value: string | null, now: Date): Promise<Headroom> {
  requirePermission(actor, 'budgets:read');
  const organization = actor.organizationId;
  const found = find(await keptAnswers(organization, now), budget, value);
  if (found) return found;
  // a budget may be new
  const answers = await newestAnswers(organization, now);
  const late = find(answers, budget, value);
  if (late) return late;
  if (answers.byKey.has(keyOf(budget, ANYBODY)))
    throw new AppError('invalid', `Budget "${budget}" stands for each value of a dimension: say which, ?value=…`);
  if (value !== null && answers.byKey.has(keyOf(budget, null))) throw new AppError('not_found', `Budget "${budget}" has no values.`);
  throw new AppError('not_found', `There is no budget "${budget}".`);
}

/** Who has spent nothing yet has the whole limit. */
const find = ({ byKey }: AllAnswers, budget: string, value: string | null): Headroom | undefined =>
  byKey.get(keyOf(budget, value)) ?? (value === null ? undefined : byKey.get(keyOf(budget, ANYBODY)));
