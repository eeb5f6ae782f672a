import { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { can } from '../../core/access/permissions';
import { AppError } from '../../core/app-error';
import { onlyFields } from '../../core/input/known-fields';
import type { PlannedChange } from '../../core/plan';
import { isSamePlace, readViews, writeViews } from '../../core/views/view-file';
import { prisma } from '../../db/client';
import { listViews, writeShared } from './manage-views';

/** The shared views as a file that `applyViews` reads. */
export async function exportViews(actor: Actor): Promise<string> {
  return writeViews((await listViews(actor)).filter((v) => v.shared));
}

const SentFile = onlyFields({
  name: z.string().max(200).default('the file'),
  text: z.string().max(60_000),
  dryRun: z.boolean().default(false),
});

/** The same of a file that a program sends. Needs `views:write`. */
export async function applySentViews(actor: Actor, input: unknown): Promise<PlannedChange[]> {
  requirePermission(actor, 'views:write');
  const { dryRun, ...file } = SentFile.parse(input);
  return applyViews(actor, file, { dryRun });
}

/** Makes the shared views what a YAML file says, whole or not at all; a view that it does not name stays. The same file again changes nothing. */
export async function applyViews(
  actor: Actor,
  file: { name: string; text: string },
  { dryRun = false }: { dryRun?: boolean } = {},
): Promise<PlannedChange[]> {
  requirePermission(actor, 'views:write');
  const wanted = readViews(file.text, file.name);
  const stored = (await listViews(actor)).filter((v) => v.shared);
  const steps = wanted.map((view) => {
    const before = stored.find((v) => isSamePlace(v, view));
    const fields = before ? (['pinned', 'address'] as const).filter((key) => before[key] !== view[key]) : [];
    const action = before ? (fields.length ? 'change' : 'unchanged') : 'create';
    return {
      view,
      before,
      plan: { action, name: view.folder ? `${view.folder} / ${view.name}` : view.name, fields: [...fields] } satisfies PlannedChange,
    };
  });
  const foreign = steps.find((s) => s.plan.action === 'change' && !s.before?.mayChange);
  if (foreign && !can(actor.role, 'views:curate'))
    throw new AppError('forbidden', `"${foreign.view.name}" was saved by ${foreign.before?.createdByName}; changing it takes an editor.`);
  if (!dryRun)
    await prisma().$transaction(async (tx) => {
      for (const { view, before, plan } of steps) if (plan.action !== 'unchanged') await writeShared(tx, actor, view, before);
    });
  return steps.map((s) => s.plan);
}
