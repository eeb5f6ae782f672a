import type { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { can } from '../../core/access/permissions';
import { AppError } from '../../core/app-error';
import { type Dashboard, DashboardChange, DashboardDraft, type Panel, Panels } from '../../core/dashboards/panels';
import { prisma } from '../../db/client';
import { recordAudit } from '../../db/records/audit';
import {
  createDashboard as create,
  dropDeletedDashboards,
  findDashboard,
  findDeletedDashboard,
  listDashboards as list,
  updateDashboard as update,
} from '../../db/records/dashboards';
import { listViews } from '../../db/records/saved-views';

type Stored = Awaited<ReturnType<typeof list>>[number];

/** So long a deleted dashboard can be brought back. */
const KEPT_MS = 30 * 86_400_000;

const isMine = (actor: Actor, d: { ownerId: string | null }) => d.ownerId !== null && d.ownerId === actor.userId;
const mayChange = (actor: Actor, d: { ownerId: string | null }) => can(actor.role, isMine(actor, d) ? 'views:write' : 'views:curate');

const shown = (actor: Actor, d: Stored): Dashboard => ({
  id: d.id,
  name: d.name,
  shared: d.shared,
  panels: Panels.parse(d.panels),
  isMine: isMine(actor, d),
  mayChange: mayChange(actor, d),
  createdByName: d.createdByName,
  changedByName: d.changedByName,
  changedAt: d.changedAt.toISOString(),
});

/** Those of the person who asks, and those that everybody may open. */
export async function listDashboards(actor: Actor): Promise<Dashboard[]> {
  requirePermission(actor, 'costs:read');
  return (await list(actor.organizationId, actor.userId)).map((d) => shown(actor, d));
}

/** Throws `not_found` also for a private dashboard of somebody else. */
export async function getDashboard(actor: Actor, id: number): Promise<Dashboard> {
  requirePermission(actor, 'costs:read');
  return shown(actor, await found(actor, id));
}

async function found(actor: Actor, id: number): Promise<Stored> {
  const dashboard = await findDashboard(actor.organizationId, actor.userId, id);
  if (!dashboard) throw new AppError('not_found', 'There is no such dashboard, or it is not shared with you.');
  return dashboard;
}

/** Needs `views:write`. */
export async function createDashboard(actor: Actor, input: z.input<typeof DashboardDraft>): Promise<Dashboard> {
  requirePermission(actor, 'views:write');
  const draft = DashboardDraft.parse(input);
  if (!draft.shared && actor.userId === null)
    throw new AppError('invalid', 'A private dashboard belongs to a person. What a machine makes is shared: say "shared": true.');
  await requireReadable(actor, draft, []);
  return prisma().$transaction(async (tx) => {
    const { organizationId, userId: ownerId, name } = actor;
    const made = await create(tx, { ...draft, organizationId, ownerId, createdByName: name, changedByName: name });
    await recordAudit(tx, actor, { action: 'dashboard.created', subject: draft.name, details: detailsOf(draft) });
    return shown(actor, made);
  });
}

const detailsOf = ({ shared, panels }: { shared: boolean; panels: readonly Panel[] }) => ({ shared, panels: panels.length });

/** Renames, shares, or arranges. The own ones need `views:write`, those of others `views:curate`. */
export async function changeDashboard(actor: Actor, id: number, input: z.input<typeof DashboardChange>): Promise<Dashboard> {
  const before = await forChange(actor, id);
  const { base, ...change } = DashboardChange.parse(input);
  if (base !== undefined && base !== before.changedAt.toISOString())
    throw new AppError('conflict', `${before.changedByName} changed this dashboard meanwhile. Load the page again, then make your change.`);
  const after = { ...shown(actor, before), ...change };
  if (!after.shared && !isMine(actor, before))
    throw new AppError('invalid', `Only ${before.createdByName}, who made it, can make it private.`);
  await requireReadable(actor, after, Panels.parse(before.panels));
  return prisma().$transaction(async (tx) => {
    const changed = await update(tx, actor.organizationId, id, { ...change, changedByName: actor.name });
    const details = { ...detailsOf(after), changed: Object.keys(change).join(', ') };
    await recordAudit(tx, actor, { action: 'dashboard.changed', subject: changed.name, details });
    return shown(actor, changed);
  });
}

/** Takes a dashboard away; it can be brought back for a while. */
export async function deleteDashboard(actor: Actor, id: number, now: Date): Promise<void> {
  const before = await forChange(actor, id);
  await prisma().$transaction(async (tx) => {
    await update(tx, actor.organizationId, id, { deletedAt: now, changedByName: actor.name });
    await dropDeletedDashboards(tx, actor.organizationId, new Date(now.getTime() - KEPT_MS));
    await recordAudit(tx, actor, { action: 'dashboard.deleted', subject: before.name });
  });
}

/** Brings a deleted dashboard back, under its number. */
export async function restoreDashboard(actor: Actor, id: number): Promise<Dashboard> {
  requirePermission(actor, 'views:write');
  const before = await findDeletedDashboard(actor.organizationId, id);
  if (!before || !(before.shared || isMine(actor, before))) throw new AppError('not_found', 'There is no such dashboard to bring back.');
  if (!mayChange(actor, before)) throw new AppError('forbidden', `Only ${before.createdByName} or an editor can bring it back.`);
  return prisma().$transaction(async (tx) => {
    const back = await update(tx, actor.organizationId, id, { deletedAt: null, changedByName: actor.name });
    await recordAudit(tx, actor, { action: 'dashboard.restored', subject: back.name });
    return shown(actor, back);
  });
}

async function forChange(actor: Actor, id: number): Promise<Stored> {
  requirePermission(actor, 'views:write');
  const before = await found(actor, id);
  if (!mayChange(actor, before))
    throw new AppError('forbidden', `"${before.name}" was made by ${before.createdByName}. Ask an editor to change it, or make your own.`);
  return before;
}

/**
 * Whoever puts a view on a dashboard can see it, and on one that everybody may open stands none that only some may see. Panels that stood there
 * before may stay, also when their view is gone meanwhile. What is not there and what is not shown to this person are told in the same words.
 */
async function requireReadable(
  actor: Actor,
  { shared, panels }: { shared: boolean; panels: readonly Panel[] },
  before: readonly Panel[],
): Promise<void> {
  const viewIn = (p: Panel) => (p.kind === 'view' ? [p.view] : []);
  if (!panels.some((p) => p.kind === 'view')) return;
  const views = await listViews(actor.organizationId, actor.userId);
  const hidden = shared && views.find((v) => !v.shared && panels.flatMap(viewIn).includes(v.id));
  if (hidden)
    throw new AppError('invalid', `"${hidden.name}" is a private view, and everybody may open this dashboard. Share the view first.`);
  const known = new Set([...views.map((v) => v.id), ...before.flatMap(viewIn)]);
  const place = panels.findIndex((p) => p.kind === 'view' && !known.has(p.view));
  const title = panels[place]?.title;
  if (place >= 0)
    throw new AppError(
      'invalid',
      `Panel ${place + 1}${title ? ` ("${title}")` : ''} shows a view that is not there or not shared with you. Choose another one, or take the panel away.`,
    );
}
