import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { findImport, updateImport } from '../../db/records/imports';
import { removeUpload } from './receive-upload';

/** Throws an upload away that was never loaded. What counts is undone by its load, not here. */
export async function discardImport(actor: Actor, id: number): Promise<void> {
  requirePermission(actor, 'imports:write');
  const record = await findImport(actor.organizationId, id);
  if (!record) throw new AppError('not_found', `There is no import ${id}.`);
  if (!['uploaded', 'interrupted', 'refused'].includes(record.status))
    throw new AppError('conflict', `This import is ${record.status}; it cannot be thrown away.`);
  await updateImport(id, { status: 'discarded', finishedAt: new Date() });
  await removeUpload(record.filePath);
}
