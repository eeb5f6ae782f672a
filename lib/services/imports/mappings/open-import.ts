import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { type Actor, requirePermission } from '../../../core/access/actor';
import { AppError } from '../../../core/app-error';
import { findImport } from '../../../db/records/imports';
import { env } from '../../../env';
import { openSession, type Session } from '../../../ingest/duckdb/session';
import { readMembers } from '../../../ingest/pipeline';
import type { Readable } from '../../../ingest/read';
import { Refusal } from '../../../ingest/refusal';

interface Opened {
  fileName: string;
  session: Session;
  table: Readable;
}

/** Does work on the first table of an upload that is not loaded yet. Throws `invalid` in words where it cannot be read at all. */
export async function openImport<T>(actor: Actor, id: number, work: (opened: Opened) => Promise<T>): Promise<T> {
  requirePermission(actor, 'imports:write');
  const record = await findImport(actor.organizationId, id);
  if (!record) throw new AppError('not_found', `There is no import ${id}.`);
  if (!['uploaded', 'interrupted', 'refused'].includes(record.status))
    throw new AppError('conflict', `This import is ${record.status}; its columns are not mapped any more.`);
  const scratch = path.join(env().HEADROOM_HOME, 'scratch', `map-${id}-${randomUUID().slice(0, 8)}`);
  await fs.promises.mkdir(scratch, { recursive: true });
  const session = await openSession({ scratch, folders: [path.dirname(record.filePath)], memory: env().HEADROOM_IMPORT_MEMORY });
  try {
    const [table] = await readMembers(session, { path: record.filePath, name: record.fileName }, scratch);
    return await work({ fileName: record.fileName, session, table });
  } catch (e) {
    if (e instanceof Refusal) throw new AppError('invalid', e.message);
    throw e;
  } finally {
    session.close();
    await fs.promises.rm(scratch, { recursive: true, force: true });
  }
}
