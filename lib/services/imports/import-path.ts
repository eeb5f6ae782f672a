import fs from 'node:fs';
import path from 'node:path';
import type { Actor } from '../../core/access/actor';
import type { ImportResult } from '../../core/imports/result';
import { createImport } from '../../db/records/imports';
import type { Choices } from '../../ingest/providers/provider';
import { afterLoad } from '../loads/after-load';
import { ingestFile } from './ingest-file';

/** Imports a file that lies on this machine, at once. For the terminal and the sample organisation. After one of many its caller looks for alerts. */
export async function importPath(
  actor: Actor,
  file: string,
  choices: Choices & { source?: string | undefined },
  { isOneOfMany = false } = {},
): Promise<ImportResult> {
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
  if (!stat.isFile()) return refused(`${file} is no file.`);
  const name = path.basename(file);
  const importId = await createImport(actor.organizationId, {
    fileName: name,
    filePath: path.resolve(file),
    bytes: stat.size,
    createdByName: actor.name,
    choices,
  });
  const result = await ingestFile(actor, { importId, path: path.resolve(file), name, choices });
  if (!isOneOfMany && result.loads.length && result.outcome !== 'unchanged') await afterLoad(actor.organizationId);
  return { ...result, file };
}
