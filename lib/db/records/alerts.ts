import type { AlertDraft } from '../../core/alerts/types';
import { prisma, type Transaction } from '../client';
import { deliveriesOf, queueDeliveries } from './deliveries';

const moment = (d: string | null) => (d === null ? null : new Date(`${d}T00:00:00Z`));

/** Writes those of the alerts that were not written before, and what of them goes through each channel that is on, and when. Returns their ids. */
export async function raiseAlerts(
  tx: Transaction,
  organizationId: number,
  drafts: readonly AlertDraft[],
  { exceptChannel }: { exceptChannel?: number } = {},
): Promise<number[]> {
  if (drafts.length === 0) return [];
  const raised = await tx.alert.createManyAndReturn({
    data: drafts.map(({ key, facts, dataCompleteTo, ...draft }) => ({
      ...draft,
      organizationId,
      eventKey: key,
      details: { facts },
      dataCompleteTo: moment(dataCompleteTo),
    })),
    skipDuplicates: true,
    select: { id: true, eventKey: true, kind: true, severity: true, occurredAt: true },
  });
  await queueDeliveries(tx, organizationId, raised, { exceptChannel });
  return raised.map((r) => r.id);
}

/** Which of these events were told, by whichever rule, and how serious they were taken. */
export async function eventsTold(
  tx: Transaction,
  organizationId: number,
  events: readonly string[],
): Promise<{ event: string; severity: string }[]> {
  const found = await tx.alert.findMany({
    where: { organizationId, OR: events.flatMap((e) => [{ eventKey: e }, { eventKey: { startsWith: `${e} rule ` } }]) },
    select: { eventKey: true, severity: true },
  });
  return found.map(({ eventKey, severity }) => ({ event: eventKey.replace(/ rule \d+$/, ''), severity }));
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

/** An alert with who did what with it, and every message that told it. */
export async function findAlert(organizationId: number, id: number) {
  const [alert, deliveries] = await Promise.all([
    prisma().alert.findFirst({ where: { organizationId, id }, include: { history: { orderBy: { id: 'asc' } } } }),
    deliveriesOf(organizationId, id),
  ]);
  return alert && { ...alert, deliveries };
}

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

/** Alerts in the order in which they happened, and the name of their organisation, for a message. */
export async function alertsForDelivery(organizationId: number, ids: readonly number[]) {
  const [alerts, organization] = await Promise.all([
    prisma().alert.findMany({ where: { organizationId, id: { in: [...ids] } }, orderBy: { id: 'asc' } }),
    prisma().organization.findUnique({ where: { id: organizationId }, select: { name: true } }),
  ]);
  return { alerts, organizationName: organization?.name ?? '' };
}
