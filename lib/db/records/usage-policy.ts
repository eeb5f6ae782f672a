import { type UsagePolicy, UsagePolicyDefinition } from '../../core/usage/policy';
import { prisma, type Transaction } from '../client';

/** What is approved; null where nobody has said, and then nothing is broken. */
export async function findPolicy(organizationId: number): Promise<UsagePolicy | null> {
  const row = await prisma().usagePolicy.findUnique({ where: { organizationId } });
  return row ? UsagePolicyDefinition.parse(row.definition) : null;
}

export const savePolicy = (tx: Transaction, organizationId: number, definition: UsagePolicy, changedByName: string) =>
  tx.usagePolicy.upsert({
    where: { organizationId },
    create: { organizationId, definition, changedByName },
    update: { definition, changedByName, changedAt: new Date() },
  });
