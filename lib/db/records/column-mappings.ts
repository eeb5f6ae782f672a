import { prisma, type Transaction } from '../client';

export const listMappings = (organizationId: number) =>
  prisma().columnMapping.findMany({ where: { organizationId }, orderBy: [{ name: 'asc' }, { id: 'asc' }] });

export const findMapping = (organizationId: number, id: number) => prisma().columnMapping.findFirst({ where: { organizationId, id } });

export const findMappingFor = (organizationId: number, fingerprint: string) =>
  prisma().columnMapping.findFirst({ where: { organizationId, fingerprint } });

export const findMappingNamed = (organizationId: number, name: string) =>
  prisma().columnMapping.findFirst({ where: { organizationId, name } });

/** One mapping for files of these headings: a second one takes the place of the first. */
export const putMapping = (
  tx: Transaction,
  organizationId: number,
  fingerprint: string,
  { name, mapping, by }: { name: string; mapping: object; by: string },
) =>
  tx.columnMapping.upsert({
    where: { organizationId_fingerprint: { organizationId, fingerprint } },
    create: { organizationId, fingerprint, name, mapping, createdByName: by, changedByName: by },
    update: { name, mapping, changedByName: by, changedAt: new Date() },
  });

export const deleteMapping = (tx: Transaction, organizationId: number, id: number) =>
  tx.columnMapping.deleteMany({ where: { organizationId, id } });
