import { prisma, type Transaction } from '../client';

export interface PasswordReset {
  userId: string;
  email: string;
  name: string;
  expiresAt: Date;
  usedAt: Date | null;
}

/** A new link takes the place of those before it. */
export async function insertReset(tx: Transaction, reset: { tokenHash: string; userId: string; expiresAt: Date }): Promise<void> {
  await deleteResets(tx, reset.userId);
  await tx.passwordReset.create({ data: reset });
}

export const deleteResets = async (tx: Transaction, userId: string): Promise<void> => {
  await tx.passwordReset.deleteMany({ where: { userId, usedAt: null } });
};

export async function findReset(tokenHash: string): Promise<PasswordReset | null> {
  const found = await prisma().passwordReset.findUnique({ where: { tokenHash }, include: { user: true } });
  if (!found) return null;
  const { userId, user, expiresAt, usedAt } = found;
  return { userId, email: user.email, name: user.name, expiresAt, usedAt };
}

/** True for exactly one caller: whoever comes second finds it used. */
export async function markUsed(tx: Transaction, tokenHash: string, now: Date): Promise<boolean> {
  const { count } = await tx.passwordReset.updateMany({
    where: { tokenHash, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return count === 1;
}
