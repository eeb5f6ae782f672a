import type { ColumnMapping } from '../../core/imports/column-mapping';
import { columnInWords, placeOf, refsOf } from '../../core/imports/headings';
import type { MappingProblem, TheirColumn } from '../../core/imports/mapping-view';
import { name, type Session } from '../duckdb/session';
import { readRecords } from '../files/records';
import { query } from '../pipeline';
import { columnsOf, type Readable } from '../read';
import { mapped, problem, REJECTED, state, UNIT } from '../stage';
import { mappedFormat } from './format';

/** The columns of a table that nobody knows yet, and its first rows. */
export interface Sampled {
  headings: string[];
  rows: (string | null)[][];
  columns: TheirColumn[];
}

const fieldsOf = (r: Readable): number => r.csv?.fields ?? r.written.length;

/** The headings and the first rows as they are written. */
export async function sampleRows(session: Session, r: Readable, limit: number): Promise<Sampled> {
  const headings = r.written;
  const cells = headings.slice(0, fieldsOf(r)).map((_, i) => `c${i}`);
  const found = await query(session, r, () => `select ${cells.join(', ')} from ${r.relation} limit ${limit}`);
  const rows = found.map((row) => cells.map((c) => (row[c] === null || row[c] === undefined ? null : String(row[c]))));
  const columns = refsOf(headings).map((ref, place) => ({
    ...ref,
    label: columnInWords(headings, place),
    samples: [...new Set(rows.map((row) => row[place]?.trim() ?? '').filter((v) => v !== ''))].slice(0, 12).map((v) => v.slice(0, 120)),
  }));
  return { headings, rows, columns };
}

export interface MappedRow {
  line: number;
  charge: Record<string, string | null>;
  problem: MappingProblem | null;
}

const shown = [
  'ChargePeriodStart',
  'ChargePeriodEnd',
  'BilledCost',
  'EffectiveCost',
  'ListCost',
  'BillingCurrency',
  'ServiceProviderName',
  'ServiceName',
  'SkuMeter',
  'ChargeDescription',
  'ConsumedQuantity',
  'ConsumedUnit',
  'BillingAccountId',
  'SubAccountName',
  'RegionId',
  'ResourceId',
  'ChargeCategory',
  'Tags',
] as const;

/** The first rows as charges, each with the first thing wrong with it. */
export async function mapRows(session: Session, r: Readable, mapping: ColumnMapping, sampled: Sampled): Promise<MappedRow[]> {
  const format = mappedFormat(mapping, sampled.headings);
  const limit = sampled.rows.length;
  if (limit === 0) return [];
  const columns = columnsOf(r.written, fieldsOf(r), 'iso');
  const found = await query(session, r, () => {
    const part = { ...r, relation: `(select * from ${r.relation} limit ${limit})` };
    const select = mapped({ readable: part, columns, format, mapping: format.mapping, choices: {} });
    const list = shown.map((c) => `${name(c)}::varchar as ${name(c)}`).join(', ');
    return `select record::varchar as record, ${list}, problem, ${state} as state from (select *, ${problem('cost')} as problem from (${select}))`;
  });
  const lines = await firstLines(r, found.length);
  return found.map((row, i) => {
    const line = row.record === null ? (lines[i] ?? i + 2) : Number(row.record);
    const text = (key: string) => (row[key] === null || row[key] === undefined ? null : String(row[key]));
    const charge = Object.fromEntries(shown.map((c) => [c, text(c)]));
    const wrong = Number(row.state) === REJECTED ? problemOf(String(row.problem), line, mapping, sampled, i) : null;
    return { line, charge, problem: wrong };
  });
}

/** In the words of who made the mapping: their column and their cell. */
function problemOf(said: string, line: number, { fields }: ColumnMapping, { headings, rows }: Sampled, row: number): MappingProblem {
  const [target = '', reason = ''] = said.split(UNIT);
  const part = (fields as Record<string, { column?: string; nth?: number } | undefined>)[target];
  const place = part?.column === undefined ? -1 : placeOf(headings, { column: part.column, nth: part.nth ?? 1 });
  const value = place === -1 ? (said.split(UNIT)[2] ?? null) : (rows[row]?.[place] ?? null);
  // "is no date, or is empty": here it is known which
  const [strange, empty] = reason.split(', or ');
  return {
    line,
    target,
    column: place === -1 ? null : columnInWords(headings, place),
    value: value?.slice(0, 120) || null,
    reason: (value?.trim() ? strange : empty) ?? reason,
  };
}

/** The lines of the first rows; those that were no rows at all are not among them. */
async function firstLines({ member, csv, mended }: Readable, count: number): Promise<number[]> {
  if (!csv) return [];
  if (mended) return Array.from({ length: count }, (_, i) => mended.lines.lineOf(i));
  const lines: number[] = [];
  for await (const records of readRecords(member.path, csv.delimiter))
    for (const { line } of records) {
      lines.push(line);
      if (lines.length > count) return lines.slice(1);
    }
  return lines.slice(1);
}
