import { isDeepStrictEqual } from 'node:util';
import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { checkTree, readBudgets } from '../../core/budgets/read';
import { readBudgetsCsv } from '../../core/budgets/table';
import type { Budget } from '../../core/budgets/types';
import type { PlannedChange } from '../../core/plan';
import { prisma } from '../../db/client';
import { recordAudit } from '../../db/records/audit';
import { budgetsChanged, deleteBudget, listBudgets, saveBudget } from '../../db/records/budgets';

import { evaluateAfterLoad } from '../alerts/evaluate';
import { unknownValues } from './unknown-values';

interface Options {
  /** Only says what would be done. */
  dryRun?: boolean;
  /** Deletes the budgets that came from a file and are not in this one. */
  prune?: boolean;
}

/** Makes the budgets what a YAML, JSON or CSV file says, whole or not at all, and looks at once what is crossed already. The same file again changes nothing. */
export async function applyBudgets(actor: Actor, file: { name: string; text: string }, options: Options = {}): Promise<PlannedChange[]> {
  requirePermission(actor, 'budgets:write');
  const isTable = /^\uFEFF?["']?name["']?\s*[,;]/i.test(file.text);
  const plan = await writeBudgets(actor, isTable ? readBudgetsCsv(file.text, file.name) : readBudgets(file.text, file.name), {
    ...options,
    managedBy: 'file',
  });
  if (!options.dryRun && plan.some((p) => p.action !== 'unchanged')) await evaluateAfterLoad(actor.organizationId);
  return plan;
}

/** The same for budgets that were read already. Throws `invalid` where a parent is missing or the tree would become a circle. */
export async function writeBudgets(
  actor: Actor,
  wanted: readonly Budget[],
  { dryRun = false, prune = false, managedBy = 'hand' }: Options & { managedBy?: string | ((name: string) => string) } = {},
): Promise<PlannedChange[]> {
  requirePermission(actor, 'budgets:write');
  const stored = await listBudgets(actor.organizationId);
  const plan = wanted.map((b): PlannedChange => {
    const before = stored.find((s) => s.budget.name === b.name)?.budget;
    const fields = before ? (Object.keys(b) as (keyof Budget)[]).filter((k) => !isDeepStrictEqual(before[k], b[k])) : [];
    return { action: before ? (fields.length ? 'change' : 'unchanged') : 'create', name: b.name, fields };
  });
  if (prune)
    for (const { budget, managedBy: by } of stored)
      if (by === 'file' && !wanted.some((b) => b.name === budget.name)) plan.push({ action: 'delete', name: budget.name, fields: [] });
  const after = [...wanted, ...stored.map((s) => s.budget).filter((b) => !plan.some((p) => p.name === b.name))];
  checkTree(after, 'the budgets');
  const orphan = after.find((b) => b.parent !== null && !after.some((p) => p.name === b.parent));
  if (orphan) throw new AppError('invalid', `"${orphan.name}" is a part of "${orphan.parent}", and there is no such budget.`);
  const warnings = await unknownValues(actor.organizationId, wanted);
  wanted.forEach((_, i) => {
    const planned = plan[i];
    if (planned && warnings[i]?.length) planned.warnings = warnings[i];
  });
  if (dryRun || plan.every((p) => p.action === 'unchanged')) return plan;
  await prisma().$transaction(
    async (tx) => {
      for (const { action, name, fields } of plan) {
        if (action === 'unchanged') continue;
        const budget = wanted.find((b) => b.name === name);
        if (budget) await saveBudget(tx, actor.organizationId, budget, typeof managedBy === 'string' ? managedBy : managedBy(name));
        else await deleteBudget(tx, actor.organizationId, name);
        await recordAudit(tx, actor, { action: `budget.${action}d`, subject: name, details: { fields: fields.join(', ') } });
      }
      await budgetsChanged(tx, actor.organizationId);
    },
    { timeout: 120_000 },
  );
  return plan;
}
