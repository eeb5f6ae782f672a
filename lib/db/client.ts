import { PrismaPg } from '@prisma/adapter-pg';
import { env } from '../env';
import { PrismaClient } from './generated/client';

const held = globalThis as { headroomPrisma?: PrismaClient };

/** Prisma, for the app's own records. One per process, made at first use. */
export function prisma(): PrismaClient {
  held.headroomPrisma ??= new PrismaClient({ adapter: new PrismaPg({ connectionString: env().DATABASE_URL, max: 5 }) });
  return held.headroomPrisma;
}

export async function closePrisma(): Promise<void> {
  await held.headroomPrisma?.$disconnect();
  held.headroomPrisma = undefined;
}

export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];
