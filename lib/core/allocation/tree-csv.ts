import { parse } from 'csv-parse/sync';
import { AppError } from '../app-error';
import { unguarded } from '../csv/cell';
import { sentenceOf } from '../input/fields';
import { Placement } from './placement';
import { treeColumns } from './tree';

/** Reads a tree from CSV: `name` and, where there is something to say, `parent`, `kind`, `from` (first day), `to` (the day after the last). */
export function readTreeCsv(text: string, fileName: string): Placement[] {
  let rows: Record<string, string>[];
  try {
    rows = parse(text, {
      columns: (header: string[]) => header.map((h) => h.trim().toLowerCase()),
      bom: true, trim: true, skip_empty_lines: true, delimiter: [',', ';', '\t'], cast: (cell, { header }) => (header ? cell : unguarded(cell)),
    }); // biome-ignore format: options
  } catch (e) {
    throw new AppError('invalid', `${fileName}: ${e instanceof Error ? e.message.split('\n')[0] : 'is no CSV'}.`);
  }
  const unknown = Object.keys(rows[0] ?? {}).find((c) => !(treeColumns as readonly string[]).includes(c));
  if (unknown !== undefined)
    throw new AppError('invalid', `${fileName}: there is no column "${unknown}"; the columns are ${treeColumns.join(', ')}.`);
  return rows.map((row, i) => {
    const read = Placement.safeParse({
      name: row.name, parent: row.parent || null, ...(row.kind && { kind: row.kind.toLowerCase() }), since: row.from || null, until: row.to || null,
    }); // biome-ignore format: fields
    if (read.success) return read.data;
    throw new AppError('invalid', `${fileName}, line ${i + 2}: ${sentenceOf(read.error.issues[0])}`);
  });
}
