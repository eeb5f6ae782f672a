import type { AlertDraft } from '../../core/alerts/types';
import { prisma, type Transaction } from '../client';

const moment = (d: string | null) => (d === null ? null : new Date(`${d}T00:00:00Z`));

/** Writes those of the alerts that were not written before, each with a delivery for every channel that is switched on. Returns their ids. */
export async function raiseAlerts(
  tx: Transaction,
  organizationId: number,
  drafts: readonly AlertDraft[],
  { exceptChannel }: { exceptChannel?: number } = {},
): Promise<number[]> {
  if (drafts.length === 0) return [];
  const channels = await tx.channel.findMany({
    where: { organizationId, enabled: true, id: { not: exceptChannel ?? 0 } },
    select: { id: true },
  });
  const raised = await tx.alert.createManyAndReturn({
    data: drafts.map(({ key, facts, dataCompleteTo, ...draft }) => ({
      ...draft,
      organizationId,
      eventKey: key,
      details: { facts },
      dataCompleteTo: moment(dataCompleteTo),
    })),
    skipDuplicates: true,
    select: { id: true, eventKey: true },
  });
  await tx.delivery.createMany({
    data: raised.flatMap(({ id, eventKey }) =>
      channels.map((c) => ({ organizationId, channelId: c.id, alertId: id, eventKey, nextAt: new Date() })),
    ),
    skipDuplicates: true,
  });
  return raised.map((r) => r.id);
}

export const listAlerts = (
  organizationId: number,
  { statuses, kinds, take = 200 }: { statuses: string[]; kinds?: string[] | undefined; take?: number },
) =>
  prisma().alert.findMany({
    where: { organizationId, status: { in: statuses }, ...(kinds && { kind: { in: kinds } }) },
    orderBy: { id: 'desc' },
    take,
  });

export const findAlert = (organizationId: number, id: number) =>
  prisma().alert.findFirst({
    where: { organizationId, id },
    include: { history: { orderBy: { id: 'asc' } }, deliveries: { include: { channel: { select: { name: true, kind: true } } } } },
  });

export const countNewAlerts = (organizationId: number): Promise<number> =>
  prisma().alert.count({ where: { organizationId, status: 'new' } });

/** Changes what people say of an alert, and writes into its history who said it. */
export async function changeAlert(
  tx: Transaction,
  id: number,
  {
    actorName,
    action,
    note,
    ...data
  }: { actorName: string; action: string; note: string | null; status?: string; assignee?: string | null },
): Promise<void> {
  await tx.alert.update({ where: { id }, data });
  await tx.alertEvent.create({ data: { alertId: id, actorName, action, note } });
}

/** An alert with the name of its organisation, for a message. */
export async function alertForDelivery(id: number) {
  const alert = await prisma().alert.findUnique({ where: { id } });
  const organization = alert && (await prisma().organization.findUnique({ where: { id: alert.organizationId }, select: { name: true } }));
  return alert && organization ? { ...alert, organizationName: organization.name } : null;
}
