import { PrismaPg } from '@prisma/adapter-pg';
import { env } from '../env';
import { PrismaClient } from './generated/client';

const held = globalThis as { headroomPrisma?: PrismaClient };

/** A busy machine makes people wait; it does not turn them away: Prisma's own limits are 2 and 5 seconds. */
const transactionOptions = { maxWait: 15_000, timeout: 30_000 };

/** Prisma, for the app's own records. One per process, made at first use. */
export function prisma(): PrismaClient {
  held.headroomPrisma ??= new PrismaClient({ adapter: new PrismaPg({ connectionString: env().DATABASE_URL, max: 5 }), transactionOptions });
  return held.headroomPrisma;
}

export async function closePrisma(): Promise<void> {
  await held.headroomPrisma?.$disconnect();
  held.headroomPrisma = undefined;
}

export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];
