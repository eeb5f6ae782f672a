import { prisma, type Transaction } from '../client';

export const listScenarios = (organizationId: number) =>
  prisma().scenario.findMany({ where: { organizationId }, orderBy: { id: 'desc' }, take: 100 });

export const saveScenario = (
  tx: Transaction,
  organizationId: number,
  s: { name: string; definition: object; result: object; createdByName: string },
) =>
  tx.scenario.upsert({
    where: { organizationId_name: { organizationId, name: s.name } },
    create: { organizationId, ...s },
    update: { ...s, createdAt: new Date() },
    select: { id: true },
  });

export const deleteScenario = (tx: Transaction, organizationId: number, id: number) =>
  tx.scenario.deleteMany({ where: { organizationId, id } });
