import { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { prisma } from '../../db/client';
import { recordAudit } from '../../db/records/audit';
import { deleteUnitTarget, listUnitTargets, saveUnitTarget, type UnitTarget } from '../../db/records/unit-targets';

export type { UnitTarget };

export const UnitTargetInput = z.object({
  taskType: z.string().trim().min(1).max(80),
  /** Null takes the target away. */
  amount: z
    .string()
    .trim()
    .regex(/^\d{1,12}(\.\d{1,12})?$/, 'is an amount like 0.05')
    .refine((a) => /[1-9]/.test(a), 'is more than nothing')
    .nullable(),
  currency: z.string().regex(/^[A-Z]{3}$/, 'is a code like USD'),
});

/** What a task of each type may cost. Needs `events:read`. */
export async function getUnitTargets(actor: Actor): Promise<UnitTarget[]> {
  requirePermission(actor, 'events:read');
  return listUnitTargets(actor.organizationId);
}

/** Sets, changes or takes away the target of a task type. Needs `tasks:write`. */
export async function setUnitTarget(actor: Actor, input: z.input<typeof UnitTargetInput>): Promise<UnitTarget[]> {
  requirePermission(actor, 'tasks:write');
  const { taskType, amount, currency } = UnitTargetInput.parse(input);
  await prisma().$transaction(async (tx) => {
    if (amount !== null) await saveUnitTarget(tx, actor.organizationId, { taskType, amount, currency });
    else if ((await deleteUnitTarget(tx, actor.organizationId, taskType)) === 0) return;
    await recordAudit(tx, actor, {
      action: amount === null ? 'unit-target.deleted' : 'unit-target.set',
      subject: taskType,
      details: { amount: amount === null ? '' : `${amount} ${currency}` },
    });
  });
  return listUnitTargets(actor.organizationId);
}
