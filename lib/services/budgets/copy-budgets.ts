import { stringify } from 'yaml';
import { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { copyBudget, growthShare } from '../../core/budgets/copy';
import { writeBudget } from '../../core/budgets/write';
import { sentenceOf } from '../../core/input/fields';
import type { PlannedChange } from '../../core/plan';
import { listBudgets } from '../../db/records/budgets';
import { evaluateAfterLoad } from '../alerts/evaluate';
import { writeBudgets } from './apply-budgets';

const isYear = 'is a year like 2027';
const year = z.coerce.number({ error: isYear }).int(isYear).min(2000, isYear).max(2099, isYear);

const CopyRequest = z
  .object({
    fromYear: year,
    toYear: year,
    /** "5%": how much more each amount is. */
    grow: z
      .string()
      .default('0')
      .transform((text, context) => {
        const share = growthShare(text);
        if (share === null) context.addIssue({ code: 'custom', message: `is no percentage like 5% or -2.5% ("${text.slice(0, 20)}")` });
        return share ?? '0';
      }),
    dryRun: z.boolean().default(false),
  })
  .refine((r) => r.fromYear < r.toYear, { path: ['toYear'], message: 'comes after fromYear' });

export interface CopyPlan {
  plan: PlannedChange[];
  /** The budgets as they are then: a file that `headroom budgets apply` reads. */
  yaml: string;
}

/**
 * Carries every budget on into another year: dated amounts and own periods once more, grown. Whether a budget came from a file or by hand stays as it
 * is. What that year has already is left alone, so that the same copy again changes nothing. Throws `invalid`.
 */
export async function copyBudgets(actor: Actor, input: unknown): Promise<CopyPlan> {
  requirePermission(actor, 'budgets:write');
  const asked = CopyRequest.safeParse(input);
  if (!asked.success) throw new AppError('invalid', sentenceOf(asked.error.issues[0]));
  const { dryRun, ...years } = asked.data;
  const stored = await listBudgets(actor.organizationId);
  const wanted = stored.map((s) => copyBudget(s.budget, years));
  const managedBy = (name: string) => stored.find((s) => s.budget.name === name)?.managedBy ?? 'hand';
  const plan = await writeBudgets(actor, wanted, { dryRun, managedBy });
  if (!dryRun && plan.some((p) => p.action !== 'unchanged')) await evaluateAfterLoad(actor.organizationId);
  return { plan, yaml: stringify({ budgets: wanted.map(writeBudget) }, { aliasDuplicateObjects: false }) };
}
