import { prisma, type Transaction } from '../client';

export interface ViewFields {
  name: string;
  folder: string;
  shared: boolean;
  pinned: boolean;
  address: string;
}

/** Those of a person and the shared ones; without a person the shared ones alone. */
const visibleTo = (organizationId: number, userId: string | null) => ({
  organizationId,
  deletedAt: null,
  OR: [{ shared: true }, ...(userId === null ? [] : [{ ownerId: userId }])],
});

export const listViews = (organizationId: number, userId: string | null) =>
  prisma().savedView.findMany({ where: visibleTo(organizationId, userId), orderBy: [{ folder: 'asc' }, { name: 'asc' }, { id: 'asc' }] });

export const findView = (organizationId: number, userId: string | null, id: number) =>
  prisma().savedView.findFirst({ where: { ...visibleTo(organizationId, userId), id } });

export const findDeletedView = (organizationId: number, id: number) =>
  prisma().savedView.findFirst({ where: { organizationId, id, deletedAt: { not: null } } });

export const createView = (
  tx: Transaction,
  data: ViewFields & { organizationId: number; ownerId: string | null; createdByName: string; changedByName: string },
) => tx.savedView.create({ data });

export const updateView = (
  tx: Transaction,
  organizationId: number,
  id: number,
  data: Partial<ViewFields> & { changedByName: string; deletedAt?: Date | null },
) => tx.savedView.update({ where: { id, organizationId }, data: { ...data, changedAt: new Date() } });

/** What was deleted before this moment is gone for good. */
export const dropDeletedViews = (tx: Transaction, organizationId: number, before: Date) =>
  tx.savedView.deleteMany({ where: { organizationId, deletedAt: { lt: before } } });

/** Whoever may see it; for a link, which has been checked before. */
export const findAnyView = (organizationId: number, id: number) =>
  prisma().savedView.findFirst({ where: { organizationId, id, deletedAt: null } });
