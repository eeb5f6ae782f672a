import fs from 'node:fs';
import path from 'node:path';
import type { Actor } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import type { ImportResult } from '../../core/imports/result';
import { visible } from '../../core/text/visible';
import { createImport } from '../../db/records/imports';
import { filesOf } from '../../ingest/files/unpack';
import { afterLoad } from '../loads/after-load';
import type { FileChoices } from './choices';
import { ingestFile } from './ingest-file';
import { outageOf } from './outage';

/** Imports a file, or a folder of one delivery, that lies on this machine, at once. For the terminal and the sample organisation. After one of many its caller looks for alerts. */
export async function importPath(actor: Actor, file: string, choices: FileChoices, { isOneOfMany = false } = {}): Promise<ImportResult> {
  const refused = (reason: string): ImportResult => ({
    file,
    provider: null,
    format: null,
    outcome: 'refused',
    reason,
    rows: 0,
    accepted: 0,
    rejected: 0,
    skipped: 0,
    billed: [],
    effective: [],
    from: null,
    to: null,
    loads: [],
    replaced: [],
  });
  const stat = await fs.promises.stat(file).catch(() => null);
  if (!stat) return refused(`${file} does not exist.`);
  if (!stat.isFile() && !stat.isDirectory()) return refused(`${file} is no file.`);
  const name = visible(path.basename(file));
  const bytes = stat.isFile() ? stat.size : await bytesIn(file);
  const { result } = await importFiles(actor, { path: path.resolve(file), name, bytes, choices }).catch((e) => {
    const outage = outageOf(e);
    throw outage ? new AppError('conflict', `${file}: ${outage}`) : e;
  });
  if (!isOneOfMany && result.loads.length && result.outcome !== 'unchanged') await afterLoad(actor.organizationId);
  return { ...result, file };
}

interface Files {
  /** A file, or a folder whose files are one delivery. */
  path: string;
  /** What a person calls it. */
  name: string;
  bytes: number;
  choices: FileChoices;
  /** The connection that brought it. */
  connectionId?: number;
}

/** Imports what lies on this machine, at once and as one load. What follows a load is left to the caller. */
export async function importFiles(
  actor: Actor,
  { path: at, name, bytes, choices, connectionId }: Files,
): Promise<{ importId: number; result: ImportResult }> {
  const about = { fileName: name, filePath: at, bytes, createdByName: actor.name, choices, connectionId };
  const importId = await createImport(actor.organizationId, about);
  return { importId, result: await ingestFile(actor, { importId, path: at, name, choices }) };
}

async function bytesIn(folder: string): Promise<number> {
  const { files } = await filesOf(folder);
  const sizes = await Promise.all(files.map(async (f) => (await fs.promises.stat(f)).size));
  return sizes.reduce((n, size) => n + size, 0);
}
