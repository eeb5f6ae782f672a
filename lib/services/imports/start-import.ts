import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { findImport, updateImport } from '../../db/records/imports';
import { enqueue } from '../../db/records/queue';
import { mergeChoices } from './choices';

/** Confirms an upload, or tries again one that was interrupted or refused. The work is done in the background. */
export async function startImport(actor: Actor, id: number, input: unknown): Promise<{ id: number }> {
  requirePermission(actor, 'imports:write');
  const record = await findImport(actor.organizationId, id);
  if (!record) throw new AppError('not_found', `There is no import ${id}.`);
  if (!['uploaded', 'interrupted', 'refused'].includes(record.status))
    throw new AppError('conflict', `This import is ${record.status} already.`);
  const choices = mergeChoices(record.choices, input);
  await updateImport(id, { status: 'queued', phase: null, reason: null, choices, createdByName: actor.name });
  await enqueue('import', { organizationId: actor.organizationId, importId: id }, `import-${id}`);
  return { id };
}
