import { createHash } from 'node:crypto';
import type { Message, MessageItem } from '../../channels/types';
import { type Severity, severities } from '../../core/alerts/types';
import { addDays } from '../../core/time/days';
import { alertsForDelivery } from '../../db/records/alerts';
import { type TakenDelivery, toldBy } from '../../db/records/deliveries';
import { env } from '../../env';
import { dashboardMessage } from '../dashboards/dashboard-message';
import { factsOf } from './inbox';

type Alert = Awaited<ReturnType<typeof alertsForDelivery>>['alerts'][number];

/** What a delivery says: its alert, a digest of several, or a dashboard. Null where nothing of it is left. */
export async function messageOf(delivery: TakenDelivery): Promise<Message | null> {
  const report = await dashboardMessage(delivery, env().NEXTAUTH_URL, new Date());
  if (report) return { ...report, id: idOf(delivery.organizationId, `${delivery.channelId} ${delivery.eventKey}`) };
  const { organizationId, channelId, eventKey } = delivery;
  const { alerts, organizationName: organization } = await alertsForDelivery(organizationId, toldBy(delivery));
  const [first, ...more] = alerts;
  if (!first) return null;
  if (more.length === 0) {
    const { state: _, ...item } = itemOf(first);
    return { ...item, organization, facts: factsOf(first) };
  }
  const items = alerts.map(itemOf);
  const complete = new Set(items.map((i) => i.freshness));
  return {
    id: idOf(organizationId, `${channelId} ${eventKey}`),
    organization,
    kind: 'digest',
    severity: severities.findLast((s) => items.some((i) => i.severity === s)) ?? 'info',
    title: `${items.length} alerts: ${countsOf(items)}`,
    facts: [],
    url: addressOf('/alerts'),
    freshness: complete.size === 1 ? (items[0]?.freshness ?? null) : null,
    at: items.at(-1)?.at ?? new Date(0).toISOString(),
    items,
  };
}

// names may stand in an event's key; what travels in headers and as an incident's key is plain
const idOf = (organizationId: number, key: string) => createHash('sha256').update(`${organizationId} ${key}`).digest('hex').slice(0, 32);

const addressOf = (path: string): string | null => {
  const base = env().NEXTAUTH_URL;
  return base ? new URL(path, base).href : null;
};

const itemOf = (alert: Alert): MessageItem => ({
  id: idOf(alert.organizationId, alert.eventKey),
  kind: alert.kind as MessageItem['kind'],
  severity: alert.severity as Severity,
  title: alert.title,
  state: alert.status === 'new' ? null : alert.status,
  url: addressOf(alert.link),
  freshness: alert.dataCompleteTo ? `Data complete to ${addDays(alert.dataCompleteTo.toISOString().slice(0, 10), -1)}` : null,
  at: alert.occurredAt.toISOString(),
});

const nouns: Record<Severity, [string, string]> = {
  critical: ['critical', 'critical'],
  warning: ['warning', 'warnings'],
  info: ['note', 'notes'],
};

/** "1 critical, 3 warnings", the worst first. */
const countsOf = (items: readonly MessageItem[]): string =>
  [...severities]
    .reverse()
    .map((s) => ({ s, n: items.filter((i) => i.severity === s).length }))
    .filter(({ n }) => n > 0)
    .map(({ s, n }) => `${n} ${nouns[s][n === 1 ? 0 : 1]}`)
    .join(', ');
