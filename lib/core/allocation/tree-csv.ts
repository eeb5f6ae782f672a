import { parse } from 'csv-parse/sync';
import { AppError } from '../app-error';
import { unguarded } from '../csv/cell';
import { sentenceOf } from '../input/fields';
import { Placement } from './placement';
import { treeColumns } from './tree';

const columns = `the columns are ${treeColumns.join(', ')}`;

/**
 * Reads a tree from CSV: `name` and, where there is something to say, `parent`, `kind`, `from` (first day), `to` (the day after the last). A text
 * without rows is refused: it would take the whole tree away, and is more often an export that failed.
 */
export function readTreeCsv(text: string, fileName: string): Placement[] {
  if (text.trim() === '') throw new AppError('invalid', `${fileName} is empty: its first line has to be a heading, ${columns}.`);
  let heading: string[] = [];
  let rows: Record<string, string>[];
  try {
    rows = parse(text, {
      columns: (header: string[]) => {
        heading = header.map((h) => h.trim().toLowerCase());
        return heading;
      },
      bom: true, trim: true, skip_empty_lines: true, delimiter: [',', ';', '\t'], cast: (cell, { header }) => (header ? cell : unguarded(cell)),
    }); // biome-ignore format: options
  } catch (e) {
    throw new AppError('invalid', `${fileName}: ${e instanceof Error ? e.message.split('\n')[0] : 'is no CSV'}.`);
  }
  const unknown = heading.find((c) => !(treeColumns as readonly string[]).includes(c));
  if (unknown !== undefined) throw new AppError('invalid', `${fileName}: there is no column "${unknown}"; ${columns}.`);
  if (!heading.includes('name')) throw new AppError('invalid', `${fileName}: the column "name" is missing; ${columns}.`);
  if (rows.length === 0)
    throw new AppError(
      'invalid',
      `${fileName} has a heading and no rows. To take places away, import a file with the rows that stay, or remove them one by one on the page.`,
    );
  return rows.map((row, i) => {
    const read = Placement.safeParse({
      name: row.name, parent: row.parent || null, ...(row.kind && { kind: row.kind.toLowerCase() }), since: row.from || null, until: row.to || null,
    }); // biome-ignore format: fields
    if (read.success) return read.data;
    throw new AppError('invalid', `${fileName}, line ${i + 2}: ${sentenceOf(read.error.issues[0])}`);
  });
}
