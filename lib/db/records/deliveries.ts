import { readSubscription } from '../../core/alerts/read-subscription';
import { dueAt, takesDigests, wants } from '../../core/alerts/subscription';
import { prisma, type Transaction } from '../client';

export interface RaisedAlert {
  id: number;
  eventKey: string;
  kind: string;
  severity: string;
  occurredAt: Date;
}

/**
 * Puts new alerts into the line of each channel that is on and wants them: by themselves, or, where they are due later, together with what else is due by
 * then. Each alert is in one message of a channel.
 */
export async function queueDeliveries(
  tx: Transaction,
  organizationId: number,
  alerts: readonly RaisedAlert[],
  { exceptChannel = 0 }: { exceptChannel?: number | undefined } = {},
): Promise<void> {
  if (alerts.length === 0) return;
  const channels = await tx.channel.findMany({
    where: { organizationId, enabled: true, id: { not: exceptChannel } },
    orderBy: { id: 'asc' },
  });
  for (const channel of channels) {
    const subscription = readSubscription(channel.subscription);
    const planned = alerts.filter((a) => wants(subscription, a)).map((a) => ({ ...a, due: dueAt(a.occurredAt, subscription, a.severity) }));
    const isAlone = (a: (typeof planned)[number]) => a.due <= a.occurredAt || !takesDigests(channel.kind);
    const alone = planned.filter(isAlone);
    const place = { organizationId, channelId: channel.id };
    await tx.delivery.createMany({
      data: alone.map((a) => ({ ...place, alertId: a.id, eventKey: a.eventKey, nextAt: a.due })),
      skipDuplicates: true,
    });
    const together = new Map<number, number[]>();
    for (const a of planned.filter((p) => !isAlone(p))) together.set(a.due.getTime(), [...(together.get(a.due.getTime()) ?? []), a.id]);
    if (together.size) await tx.$executeRaw`select id from channel where id = ${channel.id} for no key update`; // one bundle, not two at once
    for (const [due, ids] of together) await bundle(tx, place, new Date(due), ids);
  }
}

/** Adds alerts to the message that waits and is due by then, or makes one. A message that was tried already takes no more. */
async function bundle(tx: Transaction, place: { organizationId: number; channelId: number }, due: Date, ids: number[]): Promise<void> {
  const joined = await tx.$executeRaw`
    update delivery set alert_ids = alert_ids || ${ids}::int[]
     where id = (select id from delivery
                  where channel_id = ${place.channelId} and status = 'waiting' and attempts = 0 and cardinality(alert_ids) > 0
                    and next_at > now() and next_at <= ${due} order by next_at, id limit 1 for update skip locked)`;
  if (joined) return;
  await tx.delivery.create({
    data: { ...place, alertId: ids[0] ?? null, alertIds: ids, eventKey: `bundle ${due.toISOString()} ${ids[0]}`, nextAt: due },
  });
}

const channelParts = { channel: { select: { name: true, kind: true } } } as const;

/** The newest deliveries, each with the titles of what it tells. */
export async function listDeliveries(organizationId: number, take = 100) {
  const found = await prisma().delivery.findMany({ where: { organizationId }, orderBy: { id: 'desc' }, take, include: channelParts });
  const ids = [...new Set(found.flatMap((d) => [...d.alertIds, ...(d.alertId === null ? [] : [d.alertId])]))];
  const alerts = await prisma().alert.findMany({ where: { organizationId, id: { in: ids } }, select: { id: true, title: true } });
  const titles = new Map(alerts.map((a) => [a.id, a.title]));
  return found.map((d) => ({ ...d, titles: toldBy(d).flatMap((id) => titles.get(id) ?? []) }));
}

/** Every message that tells one alert. */
export const deliveriesOf = (organizationId: number, alertId: number) =>
  prisma().delivery.findMany({
    where: { organizationId, OR: [{ alertId }, { alertIds: { has: alertId } }] },
    orderBy: { id: 'asc' },
    include: channelParts,
  });

/** The alerts that a message tells: one, or all of a digest. */
export const toldBy = (d: { alertId: number | null; alertIds: readonly number[] }): number[] =>
  d.alertIds.length ? [...d.alertIds] : d.alertId === null ? [] : [d.alertId];

export interface TakenDelivery {
  id: bigint;
  organizationId: number;
  channelId: number;
  alertId: number | null;
  alertIds: number[];
  eventKey: string;
  attempts: number;
}

/** Takes one delivery that is due, so that no other process takes it too. */
export async function takeDelivery(now: Date): Promise<TakenDelivery | null> {
  const [taken] = await prisma().$queryRaw<TakenDelivery[]>`
    update delivery set status = 'sending', attempts = attempts + 1, next_at = ${now}
     where id = (select d.id from delivery d where d.status = 'waiting' and d.next_at <= ${now} order by d.next_at, d.id limit 1 for update skip locked)
    returning id, organization_id as "organizationId", channel_id as "channelId", alert_id as "alertId", alert_ids as "alertIds",
              event_key as "eventKey", attempts`;
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
