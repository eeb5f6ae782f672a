import { prisma } from '../client';

export const listDeliveries = (organizationId: number, take = 100) =>
  prisma().delivery.findMany({
    where: { organizationId },
    orderBy: { id: 'desc' },
    take,
    include: { channel: { select: { name: true, kind: true } }, alert: { select: { title: true } } },
  });

/** Takes one delivery that is due, so that no other process takes it too. */
export async function takeDelivery(now: Date): Promise<{ id: bigint; channelId: number; alertId: number | null; attempts: number } | null> {
  const [taken] = await prisma().$queryRaw<{ id: bigint; channelId: number; alertId: number | null; attempts: number }[]>`
    update delivery set status = 'sending', attempts = attempts + 1, next_at = ${now}
     where id = (select d.id from delivery d where d.status = 'waiting' and d.next_at <= ${now} order by d.next_at, d.id limit 1 for update skip locked)
    returning id, channel_id as "channelId", alert_id as "alertId", attempts`;
  return taken ?? null;
}

export const settleDelivery = (
  id: bigint,
  data: { status: 'sent' | 'failed' | 'waiting'; answer: string; nextAt?: Date | null; sentAt?: Date },
) => prisma().delivery.update({ where: { id }, data: { nextAt: null, ...data } });

/** Deliveries whose process died while it was sending: whether they arrived nobody knows, so they are not sent again by themselves. */
export const abandonDeliveries = (before: Date) =>
  prisma().delivery.updateMany({
    where: { status: 'sending', nextAt: { lt: before } },
    data: { status: 'failed', nextAt: null, answer: 'The process ended while this was being sent; whether it arrived is not known.' },
  });

/** Puts a failed delivery into the line again, because a person asked for it. */
export const retryDelivery = (organizationId: number, id: bigint, now: Date) =>
  prisma().delivery.updateMany({ where: { organizationId, id, status: 'failed' }, data: { status: 'waiting', attempts: 0, nextAt: now } });

export const recordTest = (
  organizationId: number,
  channelId: number,
  eventKey: string,
  result: { status: 'sent' | 'failed'; answer: string },
) => prisma().delivery.create({ data: { organizationId, channelId, eventKey, attempts: 1, sentAt: new Date(), ...result } });
