import fs from 'node:fs';
import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import type { Finding, ImportResult } from '../../core/imports/result';
import type { ImportView } from '../../core/imports/view';
import { findImport, listImports as list } from '../../db/records/imports';
import { type ImportChoices, mergeChoices } from './choices';
import { rejectFile } from './rejects';

type Record = NonNullable<Awaited<ReturnType<typeof findImport>>>;

const view = (r: Record): ImportView => ({
  id: r.id,
  fileName: r.fileName,
  bytes: Number(r.bytes),
  status: r.status as ImportView['status'],
  phase: r.phase,
  progress:
    r.status === 'running' && r.rowsTotal ? { done: Math.min(Number(r.rows), Number(r.rowsTotal)), total: Number(r.rowsTotal) } : null,
  reason: r.reason,
  choices: shown(mergeChoices(r.choices, {})),
  finding: r.finding as unknown as Finding | null,
  result: r.result as unknown as ImportResult | null,
  createdByName: r.createdByName,
  createdAt: r.createdAt.toISOString(),
  startedAt: r.startedAt?.toISOString() ?? null,
  finishedAt: r.finishedAt?.toISOString() ?? null,
  hasRejects: fs.existsSync(rejectFile(r.id)),
});

/** A mapping by what it is called; all else is a word. */
const shown = ({ mapping, ...words }: ImportChoices): ImportView['choices'] => ({
  ...(words as ImportView['choices']),
  ...(mapping && { mapping: typeof mapping === 'number' ? `number ${mapping}` : mapping.name }),
});

export async function listImports(actor: Actor): Promise<ImportView[]> {
  requirePermission(actor, 'sources:read');
  return (await list(actor.organizationId)).map(view);
}

export async function getImport(actor: Actor, id: number): Promise<ImportView> {
  requirePermission(actor, 'sources:read');
  const record = await findImport(actor.organizationId, id);
  if (!record) throw new AppError('not_found', `There is no import ${id}.`);
  return view(record);
}

/** The reject file of an import, for download. */
export async function getRejects(actor: Actor, id: number): Promise<{ fileName: string; path: string }> {
  const found = await getImport(actor, id);
  if (!found.hasRejects) throw new AppError('not_found', `Import ${id} rejected nothing.`);
  return { fileName: `rejects-${id}.csv`, path: rejectFile(id) };
}
