import type { Role } from '../../core/access/permissions';
import { prisma, type Transaction } from '../client';

export interface Member {
  userId: string;
  name: string;
  email: string;
  role: Role;
  joinedAt: string;
  lastSeenAt: string | null;
}

export async function listMembers(organizationId: number, tx: Transaction = prisma()): Promise<Member[]> {
  const rows = await tx.membership.findMany({
    where: { organizationId },
    include: { user: true },
    orderBy: [{ user: { name: 'asc' } }, { userId: 'asc' }],
  });
  return rows.map((m) => ({
    userId: m.userId,
    name: m.user.name,
    email: m.user.email,
    role: m.role,
    joinedAt: m.createdAt.toISOString(),
    lastSeenAt: m.user.lastSeenAt?.toISOString() ?? null,
  }));
}

export const findMember = async (tx: Transaction, organizationId: number, userId: string): Promise<Member | null> =>
  (await listMembers(organizationId, tx)).find((m) => m.userId === userId) ?? null;

/** Locks the organisation's administrators, so that two of them cannot take the last one's place from each other at once. */
export async function lockAdmins(tx: Transaction, organizationId: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ user_id: string }[]>`
    select user_id::text from membership where organization_id = ${organizationId} and role = 'admin' order by user_id for update`;
  return rows.map((r) => r.user_id);
}

export const insertMember = (tx: Transaction, organizationId: number, userId: string, role: Role) =>
  tx.membership.create({ data: { organizationId, userId, role } });

export const updateRole = (tx: Transaction, organizationId: number, userId: string, role: Role) =>
  tx.membership.update({ where: { organizationId_userId: { organizationId, userId } }, data: { role } });

export const deleteMember = (tx: Transaction, organizationId: number, userId: string) =>
  tx.membership.delete({ where: { organizationId_userId: { organizationId, userId } } });
