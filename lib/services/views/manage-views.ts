import type { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { can } from '../../core/access/permissions';
import { AppError } from '../../core/app-error';
import type { SavedView } from '../../core/views/saved-view';
import { ViewChange, ViewDraft } from '../../core/views/view-draft';
import { isSamePlace } from '../../core/views/view-file';
import { prisma, type Transaction } from '../../db/client';
import { recordAudit } from '../../db/records/audit';
import {
  createView as create,
  dropDeletedViews,
  findDeletedView,
  findView,
  listViews as list,
  updateView as update,
} from '../../db/records/saved-views';

type Stored = Awaited<ReturnType<typeof list>>[number];

/** So long a deleted view can be brought back. */
const KEPT_MS = 30 * 86_400_000;

const isMine = (actor: Actor, view: { ownerId: string | null }) => view.ownerId !== null && view.ownerId === actor.userId;
const mayChange = (actor: Actor, view: { ownerId: string | null }) =>
  isMine(actor, view) ? can(actor.role, 'views:write') : can(actor.role, 'views:curate');

const shown = (actor: Actor, v: Stored): SavedView => ({
  id: v.id,
  name: v.name,
  folder: v.folder,
  shared: v.shared,
  pinned: v.pinned,
  address: v.address,
  isMine: isMine(actor, v),
  mayChange: mayChange(actor, v),
  createdByName: v.createdByName,
  changedByName: v.changedByName,
  changedAt: v.changedAt.toISOString(),
});

/** Those of the person who asks, and those that everybody may open. */
export async function listViews(actor: Actor): Promise<SavedView[]> {
  requirePermission(actor, 'costs:read');
  return (await list(actor.organizationId, actor.userId)).map((v) => shown(actor, v));
}

/** Throws `not_found` also for a private view of somebody else. */
export async function getView(actor: Actor, id: number): Promise<SavedView> {
  requirePermission(actor, 'costs:read');
  const found = await findView(actor.organizationId, actor.userId, id);
  if (!found) throw new AppError('not_found', 'There is no such view, or it is not shared with you.');
  return shown(actor, found);
}

/** Saves a question under a name. Needs `views:write`. */
export async function saveView(actor: Actor, input: z.input<typeof ViewDraft>): Promise<SavedView> {
  requirePermission(actor, 'views:write');
  const draft = ViewDraft.parse(input);
  if (!draft.shared && actor.userId === null)
    throw new AppError('invalid', 'A private view belongs to a person. What a machine saves is shared: say "shared": true.');
  await requirePlace(actor, draft, null);
  return prisma().$transaction(async (tx) => {
    const made = await create(tx, { ...draft, ...signed(actor), createdByName: actor.name });
    await recordAudit(tx, actor, { action: 'view.saved', subject: draft.name, details: detailsOf(draft) });
    return shown(actor, made);
  });
}

const signed = (actor: Actor) => ({ organizationId: actor.organizationId, ownerId: actor.userId, changedByName: actor.name });
const detailsOf = ({ folder, shared, pinned }: Pick<ViewDraft, 'folder' | 'shared' | 'pinned'>) => ({ folder, shared, pinned });

/** Renames, moves, shares, pins, or asks another question. The own ones need `views:write`, those of others `views:curate`. */
export async function changeView(actor: Actor, id: number, input: z.input<typeof ViewChange>): Promise<SavedView> {
  const view = await forChange(actor, id);
  const change = ViewChange.parse(input);
  const after = { ...view, ...change };
  if (!after.shared && !isMine(actor, view))
    throw new AppError('invalid', `Only ${view.createdByName}, who saved it, can make "${view.name}" private.`);
  if (!isSamePlace(after, view) || after.shared !== view.shared) await requirePlace(actor, after, id);
  return prisma().$transaction(async (tx) => {
    const changed = await update(tx, actor.organizationId, id, { ...change, changedByName: actor.name });
    const details = { ...detailsOf(changed), changed: Object.keys(change).join(', ') };
    await recordAudit(tx, actor, { action: 'view.changed', subject: changed.name, details });
    return shown(actor, changed);
  });
}

/** Takes a view away; it can be brought back for a while. */
export async function deleteView(actor: Actor, id: number, now: Date): Promise<void> {
  const view = await forChange(actor, id);
  await prisma().$transaction(async (tx) => {
    await update(tx, actor.organizationId, id, { deletedAt: now, changedByName: actor.name });
    await dropDeletedViews(tx, actor.organizationId, new Date(now.getTime() - KEPT_MS));
    await recordAudit(tx, actor, { action: 'view.deleted', subject: view.name, details: detailsOf(view) });
  });
}

/** Brings a deleted view back, under its number, so that links to it work again. */
export async function restoreView(actor: Actor, id: number): Promise<SavedView> {
  requirePermission(actor, 'views:write');
  const view = await findDeletedView(actor.organizationId, id);
  if (!view || !(view.shared || isMine(actor, view))) throw new AppError('not_found', 'There is no such view to bring back.');
  if (!mayChange(actor, view)) throw new AppError('forbidden', `Only ${view.createdByName} or an editor can bring this view back.`);
  await requirePlace(actor, view, id);
  return prisma().$transaction(async (tx) => {
    const back = await update(tx, actor.organizationId, id, { deletedAt: null, changedByName: actor.name });
    await recordAudit(tx, actor, { action: 'view.restored', subject: back.name });
    return shown(actor, back);
  });
}

async function forChange(actor: Actor, id: number): Promise<Stored> {
  requirePermission(actor, 'views:write');
  const view = await findView(actor.organizationId, actor.userId, id);
  if (!view) throw new AppError('not_found', 'There is no such view, or it is not shared with you.');
  if (!mayChange(actor, view))
    throw new AppError('forbidden', `"${view.name}" was saved by ${view.createdByName}. Save it as your own, or ask an editor.`);
  return view;
}

/** A name stands once in a folder of the shared ones, and once among a person's private ones. */
async function requirePlace(actor: Actor, view: { name: string; folder: string; shared: boolean }, except: number | null): Promise<void> {
  const others = (await list(actor.organizationId, actor.userId)).filter((v) => v.id !== except && v.shared === view.shared);
  if (others.some((v) => isSamePlace(v, view)))
    throw new AppError(
      'conflict',
      `There is a ${view.shared ? 'shared' : 'private'} view "${view.name}" ${view.folder ? `in ${view.folder}` : 'here'} already.`,
    );
}

/** Makes the shared views what a file says; others stay. For lib/services/views/apply-views.ts alone, inside of its transaction. */
export async function writeShared(tx: Transaction, actor: Actor, draft: ViewDraft, before: { id: number } | undefined): Promise<void> {
  if (before) await update(tx, actor.organizationId, before.id, { ...draft, changedByName: actor.name });
  else await create(tx, { ...draft, ...signed(actor), createdByName: actor.name });
  await recordAudit(tx, actor, { action: before ? 'view.changed' : 'view.saved', subject: draft.name, details: detailsOf(draft) });
}
