import { prisma, type Transaction } from '../client';

/** Marks a session as ended until its cookie is void anyway. False when it was marked already. */
export async function insertEndedSession(tx: Transaction, { id, until }: { id: string; until: Date }): Promise<boolean> {
  await tx.endedSession.deleteMany({ where: { expiresAt: { lt: new Date() } } });
  const { count } = await tx.endedSession.createMany({ data: { id, expiresAt: until }, skipDuplicates: true });
  return count === 1;
}

export const hasEnded = async (id: string): Promise<boolean> => (await prisma().endedSession.findUnique({ where: { id } })) !== null;
