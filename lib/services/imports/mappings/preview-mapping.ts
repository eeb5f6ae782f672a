import { z } from 'zod';
import type { Actor } from '../../../core/access/actor';
import { ColumnMapping, MappingDraft, missingIn } from '../../../core/imports/column-mapping';
import { columnsRead, placeOf } from '../../../core/imports/headings';
import type { MappingPreview, MappingProblem } from '../../../core/imports/mapping-view';
import { findMappingFor } from '../../../db/records/column-mappings';
import { fingerprintOf } from '../../../ingest/mapped/fingerprint';
import { guessMapping } from '../../../ingest/mapped/guess';
import { mapRows, sampleRows } from '../../../ingest/mapped/look';
import { whose } from '../../../ingest/mapped/recall';
import type { Readable } from '../../../ingest/read';
import { Refusal } from '../../../ingest/refusal';
import { amountsOf } from '../amounts';
import { openImport } from './open-import';

/** Rows that are looked at: enough to see how days and amounts are written. */
const LOOKED_AT = 500;
const SHOWN = 20;
const PROBLEMS = 50;

export const MappingToPreview = z.strictObject({
  import: z.number().int().positive(),
  /** Left out: what is saved for the headings, or else guessed. */
  mapping: MappingDraft.optional(),
});

/** What a mapping makes of the first rows of an upload. Loads and stores nothing. */
export function previewMapping(actor: Actor, input: z.input<typeof MappingToPreview>): Promise<MappingPreview> {
  const { import: importId, mapping } = MappingToPreview.parse(input);
  return openImport(actor, importId, async ({ fileName, session, table }) => {
    const sampled = await sampleRows(session, table, LOOKED_AT);
    const { headings } = sampled;
    const guess = guessMapping(headings, sampled.rows, nameOf(fileName));
    const saved = await findMappingFor(actor.organizationId, fingerprintOf(headings));
    const kept = saved ? MappingDraft.parse(saved.mapping) : null;
    const draft = mapping ?? kept ?? guess.draft;
    const lacking = columnsRead(draft).filter((ref) => placeOf(headings, ref) === -1);
    const missing = [...missingIn(draft), ...lacking.map((ref) => `The file has no column "${ref.column}".`)];
    const rows = missing.length ? [] : await mapRows(session, table, wholeOf(draft), sampled);
    const good = rows.filter((r) => !r.problem);
    return {
      file: fileName,
      known: await whose(table, {}, undefined).then(
        (k) => k.format.title,
        (e) => {
          if (e instanceof Refusal) return null;
          throw e;
        },
      ),
      saved: saved && { id: saved.id, name: saved.name },
      columns: sampled.columns,
      draft,
      reasons: kept && !mapping ? {} : guess.reasons,
      open: kept && !mapping ? {} : guess.open,
      missing,
      rows: rows.slice(0, SHOWN),
      checked: rows.length,
      kept: good.length,
      problems: [...torn(table, rows.at(-1)?.line ?? 0), ...rows.flatMap((r) => r.problem ?? [])]
        .sort((a, b) => a.line - b.line)
        .slice(0, PROBLEMS),
      billed: amountsOf(
        good.map(({ charge }) => ({ currency: charge.BillingCurrency ?? null, billed: charge.BilledCost ?? null, effective: null })),
        'billed',
      ),
    };
  });
}

/** Rows that are none, such as those with too few cells, among the lines that were looked at. */
const torn = ({ mended }: Readable, last: number): MappingProblem[] =>
  (mended?.rejects ?? [])
    .filter((r) => r.line <= last)
    .map(({ line, reason, original }) => ({ line, target: 'The row', column: null, value: original.slice(0, 120) || null, reason }));

/** A draft without a name yet is read under a passing one. */
const wholeOf = (draft: MappingDraft): ColumnMapping => ColumnMapping.parse({ ...draft, name: draft.name || 'New mapping' });

/** "2026-10_Reseller bill.csv" → "Reseller bill": what is the same next month. */
const nameOf = (file: string): string =>
  file
    .replace(/(\.[a-z]{2,5}){1,2}$/i, '')
    .replace(/[_]+/g, ' ')
    .replace(/\b(?:19|20)\d{2}(?:[-. ]?\d{2}){0,2}\b|\(\d+\)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.-]+|[\s.-]+$/g, '')
    .slice(0, 80);
