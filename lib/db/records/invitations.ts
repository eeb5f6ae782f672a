import type { Role } from '../../core/access/permissions';
import { prisma, type Transaction } from '../client';

export interface Invitation {
  id: string;
  organizationId: number;
  organizationName: string;
  role: Role;
  email: string | null;
  invitedByName: string;
  createdAt: Date;
  expiresAt: Date;
  acceptedAt: Date | null;
  revokedAt: Date | null;
}

export const insertInvitation = (
  tx: Transaction,
  invitation: { organizationId: number; role: Role; email: string | null; tokenHash: string; invitedByName: string; expiresAt: Date },
) => tx.invitation.create({ data: invitation, select: { id: true } });

export async function findInvitation(tokenHash: string, tx: Transaction = prisma()): Promise<Invitation | null> {
  const found = await tx.invitation.findUnique({ where: { tokenHash }, include: { organization: true } });
  if (!found) return null;
  const { organization, tokenHash: _hash, ...invitation } = found;
  return { ...invitation, organizationName: organization.name };
}

export interface PendingInvitation {
  id: string;
  role: Role;
  email: string | null;
  invitedByName: string;
  createdAt: string;
  expiresAt: string;
}

export async function listPending(organizationId: number, now: Date): Promise<PendingInvitation[]> {
  const rows = await prisma().invitation.findMany({
    where: { organizationId, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
    orderBy: { createdAt: 'desc' },
    select: { id: true, role: true, email: true, invitedByName: true, createdAt: true, expiresAt: true },
  });
  return rows.map((r) => ({ ...r, createdAt: r.createdAt.toISOString(), expiresAt: r.expiresAt.toISOString() }));
}

/** True for exactly one caller: whoever comes second finds it taken. */
export async function markAccepted(tx: Transaction, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.invitation.updateMany({
    where: { id, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
    data: { acceptedAt: now },
  });
  return count === 1;
}

/** What was revoked, or null when it does not exist here or is no longer open. */
export async function markRevoked(
  tx: Transaction,
  organizationId: number,
  id: string,
  now: Date,
): Promise<{ role: Role; email: string | null } | null> {
  const { count } = await tx.invitation.updateMany({
    where: { id, organizationId, acceptedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
  return count === 1 ? tx.invitation.findUnique({ where: { id }, select: { role: true, email: true } }) : null;
}
