import type { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { csvLine, csvStart } from '../../core/csv/cell';
import { addDays } from '../../core/time/days';
import { listAlerts } from '../../db/records/alerts';
import { listDeliveries } from '../../db/records/deliveries';
import { isDashboard } from '../dashboards/dashboard-message';
import { type AlertQuery, factsOf, statusesOf } from './inbox';

/** Rows that one file may hold, the newest first. */
const MOST = 10_000;

/** The inbox as CSV, with the same states and kinds as the page; text that begins like a formula is no formula in it. */
export async function exportAlerts(actor: Actor, { state, kind }: z.infer<typeof AlertQuery>): Promise<string> {
  requirePermission(actor, 'alerts:read');
  const found = await listAlerts(actor.organizationId, { statuses: statusesOf(state), kinds: kind.length ? kind : undefined, take: MOST });
  const header = ['Id', 'Time', 'Kind', 'Severity', 'State', 'What', 'Facts', 'AssignedTo', 'LastCompleteDay', 'Link'];
  const rows = found.map((a) => [
    String(a.id),
    a.occurredAt.toISOString(),
    a.kind,
    a.severity,
    a.status,
    a.title,
    factsOf(a)
      .map((f) => `${f.label}: ${f.value}`)
      .join('; '),
    a.assignee ?? '',
    a.dataCompleteTo ? addDays(a.dataCompleteTo.toISOString().slice(0, 10), -1) : '',
    a.link,
  ]);
  return csvStart + [header, ...rows].map(csvLine).join('');
}

/** What went where as CSV. */
export async function exportDeliveries(actor: Actor): Promise<string> {
  requirePermission(actor, 'alerts:read');
  const header = ['Id', 'Time', 'Channel', 'ChannelKind', 'What', 'Alerts', 'State', 'Attempts', 'Answer', 'Due', 'SentAt'];
  const rows = (await listDeliveries(actor.organizationId, MOST)).map((d) => [
    String(d.id),
    d.createdAt.toISOString(),
    d.channel.name,
    d.channel.kind,
    d.titles.join(' | ') || (d.eventKey.startsWith('test ') ? 'Test' : isDashboard(d.eventKey) ? 'Dashboard' : ''),
    String(d.titles.length),
    d.status,
    String(d.attempts),
    d.answer ?? '',
    d.nextAt?.toISOString() ?? '',
    d.sentAt?.toISOString() ?? '',
  ]);
  return csvStart + [header, ...rows].map(csvLine).join('');
}
