import { createHash } from 'node:crypto';
import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { newRows } from '../../core/series/merge';
import { readSeries } from '../../core/series/read';
import { prisma } from '../../db/client';
import { recordAudit } from '../../db/records/audit';
import { addSeriesFile, findSeriesFile, holdSeries, seriesLines } from '../../db/records/series';

export interface SeriesResult {
  series: string;
  file: string;
  outcome: 'imported' | 'unchanged';
  /** Rows of the file, and those of them that were new. */
  rows: number;
  added: number;
  from: string;
  to: string;
}

/** Adds the rows of a CSV to a series, all or none. Rows that are there already are left out; nothing that was known is rewritten. */
export async function importSeries(actor: Actor, name: string, file: { name: string; text: string }): Promise<SeriesResult> {
  requirePermission(actor, 'agreements:write');
  const series = name.trim();
  if (!series || series.length > 200) throw new AppError('invalid', 'A series has a name of 1 to 200 characters.');
  const lines = readSeries(file.text, file.name);
  const contentHash = createHash('sha256').update(file.text).digest('hex');
  const days = lines.map((l) => l.date).sort();
  const result = { series, file: file.name, rows: lines.length, from: days[0] ?? '', to: days.at(-1) ?? '' };
  return prisma().$transaction(
    async (tx) => {
      const seriesId = await holdSeries(tx, actor.organizationId, series);
      const rows = (await findSeriesFile(tx, seriesId, contentHash)) ? [] : newRows(await seriesLines(tx, seriesId), lines, file.name);
      if (rows.length === 0) return { ...result, outcome: 'unchanged' as const, added: 0 };
      await addSeriesFile(tx, { seriesId, fileName: file.name, contentHash, addedByName: actor.name }, rows);
      await recordAudit(tx, actor, { action: 'series.imported', subject: series, details: { file: file.name, rows: rows.length } });
      return { ...result, outcome: 'imported' as const, added: rows.length };
    },
    { timeout: 120_000 },
  );
}
