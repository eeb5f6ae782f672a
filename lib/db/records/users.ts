import type { Role } from '../../core/access/permissions';
import { prisma, type Transaction } from '../client';

export interface MembershipOf {
  organizationId: number;
  organizationName: string;
  role: Role;
}

export interface UserWithMemberships {
  id: string;
  name: string;
  email: string;
  sessionVersion: number;
  lastSeenAt: Date | null;
  memberships: MembershipOf[];
}

/** An address is the same in whatever case and spacing it is typed. */
export const normalEmail = (email: string): string => email.trim().toLowerCase();

export async function findUser(id: string): Promise<UserWithMemberships | null> {
  const user = await prisma().user.findUnique({
    where: { id },
    include: { memberships: { include: { organization: true }, orderBy: { createdAt: 'asc' } } },
  });
  if (!user) return null;
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    sessionVersion: user.sessionVersion,
    lastSeenAt: user.lastSeenAt,
    memberships: user.memberships.map((m) => ({ organizationId: m.organizationId, organizationName: m.organization.name, role: m.role })),
  };
}

export interface Credentials {
  id: string;
  name: string;
  email: string;
  sessionVersion: number;
  passwordHash: string;
}

export const findCredentials = (email: string): Promise<Credentials | null> =>
  prisma().user.findUnique({
    where: { email: normalEmail(email) },
    select: { id: true, name: true, email: true, sessionVersion: true, passwordHash: true },
  });

export const anyUser = async (tx: Transaction = prisma()): Promise<boolean> => (await tx.user.findFirst({ select: { id: true } })) !== null;

export const insertUser = (tx: Transaction, user: { name: string; email: string; passwordHash: string }) =>
  tx.user.create({
    data: { ...user, email: normalEmail(user.email), lastSeenAt: new Date() },
    select: { id: true, name: true, email: true },
  });

export const touchUser = async (id: string): Promise<void> => {
  await prisma().user.updateMany({ where: { id }, data: { lastSeenAt: new Date() } });
};
