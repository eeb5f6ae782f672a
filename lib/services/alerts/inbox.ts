import { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { alertKinds, alertStatuses } from '../../core/alerts/types';
import { AppError } from '../../core/app-error';
import { prisma } from '../../db/client';
import { changeAlert as change, countNewAlerts, findAlert, listAlerts as list } from '../../db/records/alerts';
import { recordAudit } from '../../db/records/audit';
import { listDeliveries as deliveries, retryDelivery as retry } from '../../db/records/deliveries';
import { isDashboard } from '../dashboards/dashboard-message';

const words = <T extends string>(known: readonly T[]) =>
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((v) =>
      [v ?? []]
        .flat()
        .flatMap((w) => w.split(','))
        .filter((w): w is T => (known as readonly string[]).includes(w)),
    );

export const AlertQuery = z.object({ state: words(alertStatuses), kind: words(alertKinds) });

export interface AlertRow {
  id: number;
  kind: string;
  severity: string;
  status: string;
  title: string;
  facts: { label: string; value: string }[];
  link: string;
  assignee: string | null;
  dataCompleteTo: string | null;
  occurredAt: string;
}
export interface AlertItem extends AlertRow {
  history: { at: string; actorName: string; action: string; note: string | null }[];
  deliveries: { channel: string; kind: string; status: string; answer: string | null; attempts: number; sentAt: string | null }[];
}
export interface DeliveryRow {
  id: string;
  channel: string;
  kind: string;
  title: string;
  /** Of a digest: what it tells. */
  titles: string[];
  /** A test is asked for anew, not sent again: it was never an alert. */
  isTest: boolean;
  status: string;
  attempts: number;
  answer: string | null;
  createdAt: string;
  nextAt: string | null;
}

type Stored = NonNullable<Awaited<ReturnType<typeof list>>[number]>;
/** What was measured, as it stands in a stored alert. */
export const factsOf = (a: { details: unknown }): AlertRow['facts'] => (a.details as { facts?: AlertRow['facts'] }).facts ?? [];

/** The states asked for; what is open, unless others are. */
export const statusesOf = (state: readonly string[]): string[] => (state.length ? [...state] : ['new', 'acknowledged']);

const rowOf = (a: Stored): AlertRow => ({
  id: a.id,
  kind: a.kind,
  severity: a.severity,
  status: a.status,
  title: a.title,
  facts: factsOf(a),
  link: a.link,
  assignee: a.assignee,
  dataCompleteTo: a.dataCompleteTo?.toISOString().slice(0, 10) ?? null,
  occurredAt: a.occurredAt.toISOString(),
});

/** The inbox, newest first: what is new or acknowledged, unless other states are asked for. */
export async function listAlerts(actor: Actor, { state, kind }: z.infer<typeof AlertQuery>): Promise<{ rows: AlertRow[]; unread: number }> {
  requirePermission(actor, 'alerts:read');
  const statuses = statusesOf(state);
  const [rows, unread] = await Promise.all([
    list(actor.organizationId, { statuses, kinds: kind.length ? kind : undefined }),
    countNewAlerts(actor.organizationId),
  ]);
  return { rows: rows.map(rowOf), unread };
}

/** How many alerts nobody has looked at: what the menu shows. */
export async function countAlerts(actor: Actor): Promise<{ unread: number }> {
  requirePermission(actor, 'alerts:read');
  return { unread: await countNewAlerts(actor.organizationId) };
}

export async function getAlert(actor: Actor, id: number): Promise<AlertItem> {
  requirePermission(actor, 'alerts:read');
  const found = await findAlert(actor.organizationId, id);
  if (!found) throw new AppError('not_found', 'There is no such alert.');
  return {
    ...rowOf(found),
    history: found.history.map(({ at, actorName, action, note }) => ({ at: at.toISOString(), actorName, action, note })),
    deliveries: found.deliveries.map((d) => ({
      channel: d.channel.name,
      kind: d.channel.kind,
      status: d.status,
      answer: d.answer,
      attempts: d.attempts,
      sentAt: d.sentAt?.toISOString() ?? null,
    })),
  };
}

export const AlertChange = z.discriminatedUnion('action', [
  z.object({ action: z.literal('acknowledge'), note: z.string().trim().max(2_000).optional() }),
  z.object({
    action: z.literal('ignore'),
    note: z.string({ error: 'Say why it is ignored.' }).trim().min(3, 'Say why it is ignored.').max(2_000),
  }),
  z.object({ action: z.literal('resolve'), note: z.string().trim().max(2_000).optional() }),
  z.object({ action: z.literal('reopen'), note: z.string().trim().max(2_000).optional() }),
  z.object({ action: z.literal('comment'), note: z.string().trim().min(1, 'The comment is empty.').max(2_000) }),
  z.object({ action: z.literal('assign'), assignee: z.string().trim().max(120).nullable(), note: z.string().trim().max(2_000).optional() }),
]);

const statusAfter = { acknowledge: 'acknowledged', ignore: 'ignored', resolve: 'resolved', reopen: 'new' } as const;

/** What a person says of an alert; it stands in its history with their name. */
export async function changeAlert(actor: Actor, id: number, input: z.infer<typeof AlertChange>): Promise<AlertItem> {
  requirePermission(actor, 'alerts:write');
  const found = await findAlert(actor.organizationId, id);
  if (!found) throw new AppError('not_found', 'There is no such alert.');
  const { action } = input;
  await prisma().$transaction(async (tx) => {
    await change(tx, id, {
      actorName: actor.name,
      action,
      note: (action === 'assign' ? (input.assignee ?? 'nobody') : input.note) ?? null,
      ...(action in statusAfter && { status: statusAfter[action as keyof typeof statusAfter] }),
      ...(action === 'assign' && { assignee: input.assignee }),
    });
    await recordAudit(tx, actor, { action: `alert.${action}`, subject: found.title.slice(0, 200) });
  });
  return getAlert(actor, id);
}

const isTest = (d: { eventKey: string }) => d.eventKey.startsWith('test ');

const otherTitle = (d: { eventKey: string }): string =>
  isTest(d) ? 'Test' : isDashboard(d.eventKey) ? 'A dashboard' : 'An alert that is gone';

/** What went where, newest first. */
export async function listDeliveries(actor: Actor): Promise<DeliveryRow[]> {
  requirePermission(actor, 'alerts:read');
  return (await deliveries(actor.organizationId)).map((d) => ({
    id: String(d.id),
    channel: d.channel.name,
    kind: d.channel.kind,
    title: d.titles.length > 1 ? `${d.titles.length} alerts in one message` : (d.titles[0] ?? otherTitle(d)),
    titles: d.titles.length > 1 ? d.titles : [],
    isTest: isTest(d),
    status: d.status,
    attempts: d.attempts,
    answer: d.answer,
    createdAt: d.createdAt.toISOString(),
    nextAt: d.nextAt?.toISOString() ?? null,
  }));
}

/** Sends a failed delivery again. */
export async function retryDelivery(actor: Actor, id: string, now: Date): Promise<void> {
  requirePermission(actor, 'alerts:write');
  const { count } = await retry(actor.organizationId, BigInt(id), now);
  if (count === 0) throw new AppError('conflict', 'Only a delivery that has failed can be sent again.');
}
