import { prisma } from '../client';
import { Prisma } from '../generated/client';

export async function createImport(
  organizationId: number,
  {
    fileName,
    filePath,
    bytes,
    createdByName,
    choices,
    connectionId,
  }: {
    fileName: string;
    filePath: string;
    bytes: number;
    createdByName: string;
    choices: object;
    /** The connection that brought it. */
    connectionId?: number | undefined;
  },
): Promise<number> {
  const made = await prisma().import.create({
    data: {
      ...{ organizationId, fileName, filePath, bytes: BigInt(bytes), createdByName, choices: { ...choices } },
      ...(connectionId !== undefined && { connectionId }),
    },
  });
  return made.id;
}

/** Progress and outcome. `heartbeatAt` tells a running import from one whose process has died. */
export async function updateImport(id: number, data: Prisma.ImportUpdateInput): Promise<void> {
  await prisma().import.update({ where: { id }, data: { ...data, heartbeatAt: new Date() } });
}

/** What a look at an upload found. An import that was refused or interrupted waits for its confirmation again; one that has been started meanwhile is left alone. */
export async function settleFinding(id: number, data: { finding: object; choices: object }): Promise<void> {
  await prisma().import.updateMany({
    where: { id, status: { in: ['uploaded', 'refused', 'interrupted'] } },
    data: { ...data, status: 'uploaded', phase: null, reason: null, result: Prisma.DbNull },
  });
}

export const findImport = (organizationId: number, id: number) => prisma().import.findFirst({ where: { organizationId, id } });

/** The newest imports. What connections have loaded does not push away what persons brought, or what waits for one. */
export async function listImports(organizationId: number, take = 50) {
  const newest = (where: Prisma.ImportWhereInput) =>
    prisma().import.findMany({ where: { organizationId, status: { not: 'discarded' }, ...where }, orderBy: { id: 'desc' }, take });
  const [ofPersons, pulled] = await Promise.all([
    newest({ OR: [{ connectionId: null }, { status: { notIn: ['done', 'discarded'] } }] }),
    newest({ connectionId: { not: null }, status: 'done' }),
  ]);
  return [...ofPersons, ...pulled].sort((a, b) => b.id - a.id);
}

/** An import that was refused and tried again as another one waits for nobody any more. */
export const discardRefused = (organizationId: number, id: number) =>
  prisma().import.updateMany({
    where: { organizationId, id, status: { in: ['refused', 'uploaded', 'interrupted'] } },
    data: { status: 'discarded', finishedAt: new Date() },
  });

/** Imports whose process is gone: running without a sign of life. Says so in them and returns them. */
export async function markInterrupted(olderThanMs: number): Promise<{ id: number; organizationId: number }[]> {
  const dead = await prisma().import.findMany({
    where: { status: 'running', heartbeatAt: { lt: new Date(Date.now() - olderThanMs) } },
    select: { id: true, organizationId: true },
  });
  await prisma().import.updateMany({
    where: { id: { in: dead.map((d) => d.id) }, status: 'running' },
    data: { status: 'interrupted', reason: 'The import was interrupted before it was finished. Nothing of it counts.' },
  });
  return dead;
}

/** Is this import being worked on? */
export const isRunning = async (id: number): Promise<boolean> => (await prisma().import.count({ where: { id, status: 'running' } })) > 0;

/** Has another finished import as many bytes as this one? */
export async function hasImportOfSize(organizationId: number, importId: number): Promise<boolean> {
  const own = await prisma().import.findFirst({ where: { organizationId, id: importId }, select: { bytes: true } });
  if (!own) return false;
  return (await prisma().import.count({ where: { organizationId, bytes: own.bytes, status: 'done', id: { not: importId } } })) > 0;
}
