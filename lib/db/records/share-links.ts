import { prisma, type Transaction } from '../client';

export type ShareKind = 'view' | 'dashboard';

export const createShareLink = (
  tx: Transaction,
  data: {
    organizationId: number;
    kind: ShareKind;
    targetId: number;
    title: string;
    tokenHash: string;
    createdByName: string;
    expiresAt: Date;
  },
) => tx.shareLink.create({ data, select: { id: true } });

/** Links of an organisation, newest first, without their hashes. */
export const listShareLinks = (organizationId: number) =>
  prisma().shareLink.findMany({ where: { organizationId }, orderBy: { id: 'desc' }, take: 500, omit: { tokenHash: true } });

export const revokeShareLink = (tx: Transaction, organizationId: number, id: number) =>
  tx.shareLink.updateManyAndReturn({
    where: { organizationId, id, revokedAt: null },
    data: { revokedAt: new Date() },
    select: { title: true },
  });

/** The link of this hash, open or not, with the name of its organisation. */
export async function findShareLink(tokenHash: string) {
  const link = await prisma().shareLink.findUnique({ where: { tokenHash }, omit: { tokenHash: true } });
  const organization = link && (await prisma().organization.findUnique({ where: { id: link.organizationId }, select: { name: true } }));
  return link && organization ? { ...link, organizationName: organization.name } : null;
}

export const touchShareLink = (id: number, now: Date) => prisma().shareLink.updateMany({ where: { id }, data: { lastUsedAt: now } });
