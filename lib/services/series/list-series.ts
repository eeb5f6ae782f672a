import { type Actor, requirePermission } from '../../core/access/actor';
import { listSeries as list } from '../../db/records/series';

export interface SeriesRow {
  name: string;
  rows: number;
  files: { fileName: string; rows: number; addedAt: string; addedByName: string }[];
}

/** The series of an organisation with the files they were made of, the newest first. */
export async function listSeries(actor: Actor): Promise<SeriesRow[]> {
  requirePermission(actor, 'agreements:read');
  return (await list(actor.organizationId)).map((s) => ({
    name: s.name,
    rows: s._count.rows,
    files: s.files.map((f) => ({ fileName: f.fileName, rows: f.rows, addedAt: f.addedAt.toISOString(), addedByName: f.addedByName })),
  }));
}
