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

const credentials = { id: true, name: true, email: true, sessionVersion: true, passwordHash: true } as const;

/** No address holds the character NUL, and PostgreSQL cannot be asked for it. */
export async function findCredentials(email: string): Promise<Credentials | null> {
  if (email.includes('\u0000')) return null;
  return prisma().user.findUnique({ where: { email: normalEmail(email) }, select: credentials });
}

export const findCredentialsById = (id: string): Promise<Credentials | null> =>
  prisma().user.findUnique({ where: { id }, select: credentials });

export const anyUser = async (tx: Transaction = prisma()): Promise<boolean> => (await tx.user.findFirst({ select: { id: true } })) !== null;

export const insertUser = (tx: Transaction, user: { name: string; email: string; passwordHash: string }) =>
  tx.user.create({
    data: { ...user, email: normalEmail(user.email), lastSeenAt: new Date() },
    select: { id: true, name: true, email: true },
  });

export const touchUser = async (id: string): Promise<void> => {
  await prisma().user.updateMany({ where: { id }, data: { lastSeenAt: new Date() } });
};

/** A new password, or none; every session of before is over. */
export const replacePassword = (tx: Transaction, id: string, passwordHash: string) =>
  tx.user.update({
    where: { id },
    data: { passwordHash, sessionVersion: { increment: 1 } },
    select: { id: true, name: true, email: true, sessionVersion: true },
  });

export const endSessions = async (tx: Transaction, id: string): Promise<void> => {
  await tx.user.update({ where: { id }, data: { sessionVersion: { increment: 1 } } });
};
