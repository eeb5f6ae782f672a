import { prisma, type Transaction } from '../client';

export interface ClaimedPull {
  organizationId: number;
  connectionId: number;
  runId: bigint;
}

/**
 * Takes one connection that is due, or `only` this one, so that no other process pulls it too. `next_at` is empty while it is pulled, which the second of two that ask in
 * the same moment sees; a run that lives is never joined by another. An organisation for which less is being pulled comes first, so that none holds up the others.
 */
export async function claimPull(now: Date, only: number | null = null): Promise<ClaimedPull | null> {
  return prisma().$transaction(async (tx) => {
    const [taken] = await tx.$queryRaw<{ id: number; organizationId: number; wanted: { from: string | null; by: string } | null }[]>`
      update connection set next_at = null
       where id = (select c.id from connection c
                    where c.next_at <= ${now} and (${only}::int is null or c.id = ${only}::int)
                      and (c.enabled or c.schedule -> 'wanted' <> 'null'::jsonb)
                      and not exists (select 1 from connection_run r where r.connection_id = c.id and r.status = 'running')
                    order by (select count(*) from connection_run r where r.organization_id = c.organization_id and r.status = 'running'), c.next_at, c.id limit 1 for update skip locked)
      returning id, organization_id as "organizationId", schedule -> 'wanted' as wanted`;
    if (!taken) return null;
    const run = await tx.connectionRun.create({
      data: {
        organizationId: taken.organizationId,
        connectionId: taken.id,
        trigger: taken.wanted ? (taken.wanted.from ? 'backfill' : 'person') : 'schedule',
        startedByName: taken.wanted?.by ?? 'Schedule',
        note: 'Asking what there is',
        heartbeatAt: new Date(),
      },
      select: { id: true },
    });
    return { organizationId: taken.organizationId, connectionId: taken.id, runId: run.id };
  });
}

export interface RunCounts {
  found: number;
  loaded: number;
  unchanged: number;
  waiting: number;
  refused: number;
}

/** A sign of life, with what is being done. False where the run was given up meanwhile: another process may have taken its place. */
export async function beatRun(id: bigint, data: RunCounts & { note: string }): Promise<boolean> {
  const { count } = await prisma().connectionRun.updateMany({
    where: { id, status: 'running' },
    data: { ...data, heartbeatAt: new Date() },
  });
  return count > 0;
}

/** Ends a run that still lives. False where it was given up meanwhile. */
export async function endRun(
  tx: Transaction,
  id: bigint,
  data: RunCounts & { status: 'good' | 'partly' | 'failed' | 'interrupted'; note: string | null },
): Promise<boolean> {
  const { count } = await tx.connectionRun.updateMany({ where: { id, status: 'running' }, data: { ...data, finishedAt: new Date() } });
  return count > 0;
}

/** Runs whose process is gone: says so in them, and has their connections pulled again at once. */
export async function interruptDeadRuns(olderThanMs: number): Promise<void> {
  const now = new Date(); // of the machines that beat, and not of the database
  await prisma().$executeRaw`
    with dead as (
      update connection_run set status = 'interrupted', finished_at = ${now}, note = 'The process ended in the middle; the next pull goes on from there.'
       where status = 'running' and heartbeat_at < ${new Date(now.getTime() - olderThanMs)}
      returning connection_id)
    update connection set next_at = ${now} where id in (select connection_id from dead)`;
}

export const listRuns = (organizationId: number, connectionId: number, take = 20) =>
  prisma().connectionRun.findMany({ where: { organizationId, connectionId }, orderBy: { id: 'desc' }, take });

/** The runs that live, of one organisation. */
export const livingRuns = (organizationId: number) => prisma().connectionRun.findMany({ where: { organizationId, status: 'running' } });

/** The newest deliveries, with the status of their import: a refused one may have been loaded by a person since. */
export async function listConnectionDeliveries(organizationId: number, connectionId: number, take = 500) {
  const found = await prisma().connectionDelivery.findMany({
    where: { organizationId, connectionId },
    orderBy: [{ period: { sort: 'desc', nulls: 'last' } }, { key: 'asc' }],
    take,
  });
  const ids = found.flatMap((d) => (d.importId === null ? [] : [d.importId]));
  const imports = await prisma().import.findMany({ where: { organizationId, id: { in: ids } }, select: { id: true, status: true } });
  const done = new Set(imports.filter((i) => i.status === 'done').map((i) => i.id));
  return found.map((d) => ({ ...d, isLoadedSince: d.status === 'refused' && d.importId !== null && done.has(d.importId) }));
}

/** What is known of one delivery of the other side. */
export async function findConnectionDelivery(organizationId: number, connectionId: number, key: string) {
  const found = await prisma().connectionDelivery.findFirst({ where: { organizationId, connectionId, key } });
  if (found?.status !== 'refused' || found.importId === null) return found;
  const since = await prisma().import.count({ where: { organizationId, id: found.importId, status: 'done' } });
  return since ? { ...found, status: 'loaded' } : found;
}

export interface DeliveryNote {
  key: string;
  version: string;
  title: string;
  period: string | null;
  status: 'waiting' | 'loaded' | 'unchanged' | 'refused' | 'failed';
  reason: string | null;
  importId?: number | undefined;
}

/** What became of a delivery; one line for each key, whatever its version. */
export async function noteConnectionDelivery(
  organizationId: number,
  connectionId: number,
  { key, period, importId, ...rest }: DeliveryNote,
): Promise<void> {
  const data = {
    ...rest,
    reason: rest.reason?.slice(0, 2_000) ?? null,
    period: period === null ? null : new Date(`${period}T00:00:00Z`),
    ...(importId !== undefined && { importId }),
    at: new Date(),
  };
  await prisma().connectionDelivery.upsert({
    where: { connectionId_key: { connectionId, key } },
    create: { organizationId, connectionId, key, ...data },
    update: data,
  });
}

/** What was said for the newest import of this connection that was loaded with a word about this. */
export async function choicesOfConnection(
  organizationId: number,
  connectionId: number,
  about: string,
): Promise<Record<string, unknown> | null> {
  const newest = await prisma().import.findMany({
    where: { organizationId, connectionId, status: 'done' },
    orderBy: { id: 'desc' },
    take: 50,
    select: { choices: true },
  });
  const said = newest.map((i) => i.choices as Record<string, unknown>);
  return said.find((choices) => choices[about] !== undefined) ?? null;
}
