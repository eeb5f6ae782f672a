import fs from 'node:fs';
import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import type { Finding, ImportResult } from '../../core/imports/result';
import { findImport, listImports as list } from '../../db/records/imports';
import { rejectFile } from './rejects';

/** An import as pages and machines see it; no paths of this machine. */
export interface ImportView {
  id: number;
  fileName: string;
  bytes: number;
  status: string;
  phase: string | null;
  /** Rows done in this phase, and of how many. */
  progress: { done: number; total: number } | null;
  reason: string | null;
  finding: Finding | null;
  result: ImportResult | null;
  createdByName: string;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  hasRejects: boolean;
}

type Record = NonNullable<Awaited<ReturnType<typeof findImport>>>;

const view = (r: Record): ImportView => ({
  id: r.id,
  fileName: r.fileName,
  bytes: Number(r.bytes),
  status: r.status,
  phase: r.phase,
  progress:
    r.status === 'running' && r.rowsTotal ? { done: Math.min(Number(r.rows), Number(r.rowsTotal)), total: Number(r.rowsTotal) } : null,
  reason: r.reason,
  finding: r.finding as unknown as Finding | null,
  result: r.result as unknown as ImportResult | null,
  createdByName: r.createdByName,
  createdAt: r.createdAt.toISOString(),
  startedAt: r.startedAt?.toISOString() ?? null,
  finishedAt: r.finishedAt?.toISOString() ?? null,
  hasRejects: fs.existsSync(rejectFile(r.id)),
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
