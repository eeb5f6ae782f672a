import type { Panel } from '../../core/dashboards/panels';
import { prisma, type Transaction } from '../client';
import { Prisma } from '../generated/client';

const visibleTo = (organizationId: number, userId: string | null) => ({
  organizationId,
  deletedAt: null,
  OR: [{ shared: true }, ...(userId === null ? [] : [{ ownerId: userId }])],
});

export const listDashboards = (organizationId: number, userId: string | null) =>
  prisma().dashboard.findMany({ where: visibleTo(organizationId, userId), orderBy: [{ name: 'asc' }, { id: 'asc' }] });

export const findDashboard = (organizationId: number, userId: string | null, id: number) =>
  prisma().dashboard.findFirst({ where: { ...visibleTo(organizationId, userId), id } });

export const findDeletedDashboard = (organizationId: number, id: number) =>
  prisma().dashboard.findFirst({ where: { organizationId, id, deletedAt: { not: null } } });

/** Whoever may see it; for a link or a mail, which have been checked before. */
export const findAnyDashboard = (organizationId: number, id: number) =>
  prisma().dashboard.findFirst({ where: { organizationId, id, deletedAt: null } });

export const createDashboard = (
  tx: Transaction,
  data: {
    organizationId: number;
    name: string;
    shared: boolean;
    panels: readonly Panel[];
    ownerId: string | null;
    createdByName: string;
    changedByName: string;
  },
) => tx.dashboard.create({ data: { ...data, panels: data.panels as unknown as object[] } });

export const updateDashboard = (
  tx: Transaction,
  organizationId: number,
  id: number,
  { panels, ...data }: { name?: string; shared?: boolean; panels?: readonly Panel[]; changedByName: string; deletedAt?: Date | null },
) =>
  tx.dashboard.update({
    where: { id, organizationId },
    data: { ...data, ...(panels && { panels: panels as unknown as object[] }), changedAt: new Date() },
  });

/** What was deleted before this moment is gone for good. */
export const dropDeletedDashboards = (tx: Transaction, organizationId: number, before: Date) =>
  tx.dashboard.deleteMany({ where: { organizationId, deletedAt: { lt: before } } });

export const setSchedule = (
  tx: Transaction,
  organizationId: number,
  id: number,
  { schedule, nextMailAt }: { schedule: object | null; nextMailAt: Date | null },
) => tx.dashboard.update({ where: { id, organizationId }, data: { schedule: schedule ?? Prisma.DbNull, nextMailAt } });

/** Dashboards of all organisations whose time has come. */
export const dashboardsDue = (now: Date) =>
  prisma().dashboard.findMany({ where: { nextMailAt: { lte: now }, deletedAt: null }, orderBy: { nextMailAt: 'asc' }, take: 100 });

/** Puts a dashboard into the line of a channel, once for its time, and says when it is due next. */
export const queueDashboard = (
  d: { id: number; organizationId: number },
  { channelId, eventKey, now, next }: { channelId: number; eventKey: string; now: Date; next: Date | null },
) =>
  prisma().$transaction(async (tx) => {
    const channel = await tx.channel.findFirst({ where: { organizationId: d.organizationId, id: channelId }, select: { id: true } });
    if (channel)
      await tx.delivery.createMany({
        data: [{ organizationId: d.organizationId, channelId, eventKey, nextAt: now }],
        skipDuplicates: true,
      });
    await tx.dashboard.updateMany({ where: { id: d.id }, data: { nextMailAt: channel ? next : null } });
  });
