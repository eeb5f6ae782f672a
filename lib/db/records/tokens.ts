import type { Role } from '../../core/access/permissions';
import { prisma, type Transaction } from '../client';

export const createToken = (
  tx: Transaction,
  data: { organizationId: number; name: string; role: Role; tokenHash: string; createdByName: string; expiresAt: Date },
) => tx.apiToken.create({ data, select: { id: true } });

/** Tokens of an organisation, newest first, without their hashes. */
export const listTokens = (organizationId: number) =>
  prisma().apiToken.findMany({ where: { organizationId }, orderBy: { id: 'desc' }, omit: { tokenHash: true } });

export const revokeToken = (tx: Transaction, organizationId: number, id: number) =>
  tx.apiToken.updateManyAndReturn({
    where: { organizationId, id, revokedAt: null },
    data: { revokedAt: new Date() },
    select: { name: true },
  });

/** The token of this hash, if it is neither expired nor withdrawn, with the name of its organisation. */
export async function findToken(tokenHash: string, now: Date) {
  const token = await prisma().apiToken.findUnique({ where: { tokenHash } });
  if (!token || token.revokedAt || token.expiresAt <= now) return null;
  const organization = await prisma().organization.findUnique({ where: { id: token.organizationId }, select: { name: true } });
  return organization && { ...token, organizationName: organization.name };
}

export const touchToken = (id: number, now: Date) => prisma().apiToken.updateMany({ where: { id }, data: { lastUsedAt: now } });
