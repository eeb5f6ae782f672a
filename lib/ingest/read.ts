import path from 'node:path';
import { placeOf } from '../core/imports/headings';
import { isRecognised, strangeJson } from './detect';
import { type Columns, type DateOrder, fold } from './duckdb/expressions';
import { name, quote, type Session } from './duckdb/session';
import { fieldsOf } from './duckdb/struct-fields';
import { limits } from './files/limits';
import { LineMap } from './files/line-map';
import { type Mended, mend } from './files/mend';
import { countLines, readRecords } from './files/records';
import { type CsvShape, sniffText } from './files/sniff';
import type { Member } from './files/unpack';
import { jsonRows } from './json-rows';
import { Refusal } from './refusal';

/** A member as a DuckDB relation whose columns are all text, named c0, c1, … in the order of `written`. */
export interface Readable {
  member: Member;
  written: string[];
  /** `read_csv(…)`, or a SELECT over Parquet. Changes when the file has to be mended: ask for it inside of `reading`. */
  relation: string;
  csv: CsvShape | null;
  /** Set where rows carry their own number: a JSON result that became several rows. */
  recordColumn: string | null;
  /** What was wrong with the form of the file, once DuckDB has stumbled over it. */
  mended: Mended | null;
  scratch: string;
  /** Why the objects of a JSON file are no bill that is known here. */
  strange?: Refusal;
}

const words = "['', 'NULL', 'null']";

export async function readable(session: Session, member: Member, scratch: string): Promise<Readable> {
  if (member.kind === 'parquet') return parquet(session, member, scratch);
  const shape = await sniffText(member);
  if (shape.json) return json(member, scratch);
  const relation = csvRelation(member.path, shape);
  return { member, written: shape.header, relation, csv: shape, recordColumn: null, mended: null, scratch };
}

/**
 * Does work that reads the file. DuckDB reads strictly: it stops at the first row that is no row of this file, and at quotes that its parallel
 * reading cannot see through. Then the file is mended, or read by one thread, and the work is done once more.
 */
export async function reading<T>(r: Readable, work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (e) {
      if (!r.csv || !(await help(r, r.csv, e instanceof Error ? e.message : String(e)))) throw e;
    }
  }
}

async function help(r: Readable, csv: CsvShape, complaint: string): Promise<boolean> {
  const source = r.mended?.path ?? r.member.path;
  const shape: CsvShape = r.mended ? { ...csv, skip: 0, lineEnd: '\n' } : csv;
  if (/parallel/i.test(complaint) && !r.relation.includes('parallel = false')) {
    r.relation = csvRelation(source, shape, 'parallel = false');
    return true;
  }
  const isMemory = /Out of Memory/i.test(complaint); // a row without an end, or another reason that mending does not help
  if (r.mended || (!isMemory && !/CSV Error|Invalid Input|CSV Parser|maximum line size|buffer/i.test(complaint))) return false;
  r.mended = await mend(r.member.path, r.member.name, csv, path.join(r.scratch, `${path.basename(r.member.path)}.mended.csv`));
  r.relation = csvRelation(r.mended.path, { ...csv, skip: 0, lineEnd: '\n' });
  return !isMemory || r.mended.count > 0;
}

function csvRelation(file: string, { delimiter, fields, skip, lineEnd }: CsvShape, more?: string): string {
  const columns = Array.from({ length: fields }, (_, i) => `'c${i}': 'VARCHAR'`).join(', ');
  const ends = { '\n': '\\n', '\r\n': '\\r\\n', '\r': '\\r' } as const;
  return `read_csv(${quote(file)}, auto_detect = false, header = false, skip = ${skip + 1}, delim = ${quote(delimiter)}, quote = '"', escape = '"', new_line = '${ends[lineEnd]}',
    nullstr = ${words}, columns = {${columns}}, max_line_size = ${limits.recordBytes}, buffer_size = ${limits.recordBytes * 2}${more ? `, ${more}` : ''})`;
}

/**
 * The line of each row. A file of as many lines as rows, header and leading blanks aside, has one row a line; any other (cells of several
 * lines, blank lines) is read once more. `lines` is counted beside the staging, `rows` come out of it.
 */
export async function lineMapOf(r: Readable, lines: Promise<number> | null, rows: number): Promise<LineMap> {
  if (!r.csv) return new LineMap().add(0, 1);
  if (r.mended) return r.mended.lines;
  if ((await lines) === rows + r.csv.skip + 1) return new LineMap().add(0, r.csv.skip + 2);
  const map = new LineMap();
  let row = -1;
  for await (const records of readRecords(r.member.path, r.csv.delimiter))
    for (const { line } of records) {
      if (row >= 0) map.add(row, line);
      row++;
    }
  return map;
}

export const linesIn = (r: Readable): Promise<number> | null =>
  r.csv && !r.mended ? countLines(r.member.path, r.csv.lineEnd === '\r' ? 13 : 10) : null;

async function parquet(session: Session, member: Member, scratch: string): Promise<Readable> {
  const source = `read_parquet(${quote(member.path)})`;
  let described: { column_name: string; column_type: string }[];
  try {
    described = await session.rows(`select column_name, column_type from (describe select * from ${source})`);
  } catch (e) {
    throw new Refusal(`${member.name} is a Parquet file that cannot be read, so download or export it again: ${complaintAbout(member, e)}`);
  }
  if (described.length > limits.columns)
    throw new Refusal(`${member.name} has ${described.length} columns; the limit is ${limits.columns}.`);
  const columns = described.flatMap((d) => [
    { written: d.column_name, sql: name(d.column_name), type: d.column_type },
    ...fieldsOf(d.column_name, d.column_type),
  ]);
  const select = columns.map(({ sql, type }, i) => `${asText(sql, type)} as c${i}`);
  return {
    member,
    written: columns.map((c) => c.written),
    relation: `(select ${select.join(', ')} from ${source})`,
    csv: null,
    recordColumn: null,
    mended: null,
    scratch,
  };
}

/** A DOUBLE becomes its shortest decimal spelling, so a sum over it equals the CSV's; times become ISO; maps and structs become JSON. */
function asText(column: string, type: string): string {
  if (/^TIMESTAMP WITH TIME ZONE/.test(type)) return `strftime(${column} at time zone 'UTC', '%Y-%m-%d %H:%M:%S')`;
  if (/^TIMESTAMP/.test(type)) return `strftime(${column}, '%Y-%m-%d %H:%M:%S')`;
  if (/^MAP\(VARCHAR|^STRUCT|\[\]$|^MAP/.test(type)) return `nullif(to_json(${column})::varchar, '{}')`;
  return `case when ${column}::varchar in ('', 'NULL', 'null') then null else ${column}::varchar end`;
}

/** A JSON document is made into a file of rows, so that everything after it is the same road. */
async function json(member: Member, scratch: string): Promise<Readable> {
  const made = await jsonRows(member, path.join(scratch, `${path.basename(member.path)}.rows.ndjson`));
  const { written, rows, rejected, rejects, isOnePerLine } = made;
  const strange = isRecognised(written) ? null : strangeJson(member.name, made.first ?? {});
  const places = written.map((_, i) => `'$[${i + 2}]'`).join(', ');
  const cells = [`l[${isOnePerLine ? 2 : 1}] as record`, ...written.map((_, i) => `l[${i + 3}] as c${i}`)];
  const relation = rows
    ? `(select ${cells.join(', ')} from (select json_extract_string(j, ['$[0]', '$[1]', ${places}]) as l from read_csv(${quote(made.path)}, auto_detect = false,
        header = false, delim = '\\x01', quote = '', escape = '', max_line_size = ${limits.recordBytes}, columns = {'j': 'VARCHAR'})))`
    : `(select ${['record', ...written.map((_, i) => `c${i}`)].map((c) => `null::varchar as ${c}`).join(', ')} where false)`;
  const mended = rejected ? { path: made.path, count: rejected, rejects, lines: new LineMap().add(0, 1) } : null;
  return { member, written, relation, csv: null, recordColumn: 'record', mended, scratch, ...(strange && { strange }) };
}

/** The columns of a file for the expressions of a mapping. Of two columns with one folded name, the first that is not empty counts. */
export function columnsOf(written: readonly string[], fields: number, dateOrder: DateOrder): Columns {
  const places = new Map<string, number[]>();
  written.slice(0, fields).forEach((w, i) => {
    places.set(fold(w), [...(places.get(fold(w)) ?? []), i]);
  });
  return {
    dateOrder,
    ref(column) {
      const at = places.get(column);
      if (!at) return null;
      return at.length > 1 ? `coalesce(${at.map((i) => `c${i}`).join(', ')})` : `c${at[0]}`;
    },
    at(ref) {
      const place = placeOf(written.slice(0, fields), ref);
      return place === -1 ? null : `c${place}`;
    },
    under: (prefix) =>
      written.slice(0, fields).flatMap((w, i) => {
        if (!fold(w).startsWith(prefix) || fold(w) === prefix) return [];
        return [{ key: w.replace(/^resource_?tags[/_]/i, ''), ref: `c${i}` }];
      }),
  };
}

/** What DuckDB says is wrong with a file, as one sentence with a full stop: without its error's class, and the file by the name its owner knows. */
export function complaintAbout(member: Member, e: unknown): string {
  const [first = ''] = (e instanceof Error ? e.message : String(e)).split('\n');
  const said = first
    .replaceAll(member.path, member.name)
    .replace(/^(?:[A-Za-z]+ )+Error: /, '')
    .trim();
  return /[.!?]$/.test(said) ? said : `${said || 'It says no more'}.`;
}
