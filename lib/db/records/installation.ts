import { prisma, type Transaction } from '../client';

/** The hash of the one-time setup code, or null when none was printed or it has been used. */
export async function setupCodeHash(tx: Transaction = prisma()): Promise<string | null> {
  return (await tx.installation.findUnique({ where: { id: 1 } }))?.setupCodeHash ?? null;
}

export const clearSetupCode = async (tx: Transaction): Promise<void> => {
  await tx.installation.updateMany({ where: { id: 1 }, data: { setupCodeHash: null } });
};

/** Held to the end of the transaction: two people with the same code cannot both become the first administrator. */
export const lockInstallation = async (tx: Transaction): Promise<void> => {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtext('headroom.installation'))::text`;
};

export const pingDatabase = async (): Promise<void> => {
  await prisma().$queryRaw`select 1`;
};
