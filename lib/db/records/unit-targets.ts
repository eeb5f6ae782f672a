import { prisma, type Transaction } from '../client';

/** What one task of a type may cost. */
export interface UnitTarget {
  taskType: string;
  /** Exact decimal as text. */
  amount: string;
  currency: string;
}

export async function listUnitTargets(organizationId: number): Promise<UnitTarget[]> {
  const rows = await prisma().unitTarget.findMany({ where: { organizationId }, orderBy: { taskType: 'asc' } });
  return rows.map((r) => ({ taskType: r.taskType, amount: r.amount.toFixed(), currency: r.currency }));
}

export const saveUnitTarget = (tx: Transaction, organizationId: number, { taskType, amount, currency }: UnitTarget) =>
  tx.unitTarget.upsert({
    where: { organizationId_taskType: { organizationId, taskType } },
    create: { organizationId, taskType, amount, currency },
    update: { amount, currency },
  });

/** How many there were: one or none. */
export const deleteUnitTarget = async (tx: Transaction, organizationId: number, taskType: string): Promise<number> =>
  (await tx.unitTarget.deleteMany({ where: { organizationId, taskType } })).count;
