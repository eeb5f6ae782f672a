import fs from 'node:fs';
import { parse } from 'csv-parse';
import type { Session } from './duckdb/session';
import { limits } from './files/limits';
import type { Readable } from './read';
import { REJECTED, UNIT } from './stage';

export interface Reject {
  /** Line of the file, the header being 1; in Parquet and JSON the row's number. */
  line: number;
  column: string | null;
  reason: string;
  /** The row as it was written. */
  original: string;
}

interface Structural {
  [key: string]: string | number | boolean | null;
  line: string;
  byte_position: string | null;
  column_name: string | null;
  error_type: string;
  csv_line: string | null;
  error_message: string;
  expected: number | null;
}

/** Rows that are no rows of this file: too short, too long, torn quotes, not UTF-8, longer than a record may be. */
export async function structuralRejects(
  session: Session,
  readable: Readable,
): Promise<{ count: number; rejects: Reject[]; before: number[] }> {
  if (!readable.csv) return { count: 0, rejects: [], before: [] };
  const rows = await session.rows<Structural>(
    `select line, min(byte_position) as byte_position, any_value(column_name) as column_name, any_value(error_type)::varchar as error_type,
            any_value(csv_line) as csv_line, any_value(error_message) as error_message, null as expected
       from reject_errors group by line order by line::bigint`,
  );
  await session.run('delete from reject_errors').catch(() => {});
  const starts = await lineNumbersAt(
    readable.member.path,
    rows.map((r) => Number(r.byte_position ?? 0)),
  );
  const rejects = rows.slice(0, limits.rejectRows).map((r, i) => {
    const original = (r.csv_line ?? '').replace(/^[\r\n]+/, '');
    return { line: starts[i] ?? Number(r.line), column: columnName(readable, r.column_name), reason: reasonOf(r, readable), original };
  });
  // How many good rows stand before each reject, for the line numbers of those that follow.
  return { count: rows.length, rejects, before: rows.map((r, i) => Number(r.line) - 2 - i) };
}

function reasonOf(r: Structural, { csv }: Readable): string {
  const found = /Found: (\d+)/.exec(r.error_message)?.[1];
  const header = csv?.header.length ?? 0;
  if (r.error_type === 'MISSING COLUMNS')
    return `${found ?? 'fewer'} fields, header has ${csv?.fields === header ? header : `${header}, other rows ${csv?.fields}`}`;
  if (r.error_type === 'TOO MANY COLUMNS')
    return `${found && Number(found) > (csv?.fields ?? 0) ? found : `more than ${csv?.fields}`} fields, header has ${header}`;
  if (r.error_type === 'INVALID ENCODING') return 'not valid UTF-8';
  if (r.error_type === 'UNQUOTED VALUE') return 'a quote is opened or closed in the middle of a field';
  if (/LINE SIZE/.test(r.error_type)) return `the row is longer than ${limits.recordBytes / 1024 ** 2} MB`;
  return r.error_message.split('\n')[0] ?? r.error_type;
}

const columnName = ({ written }: Readable, column: string | null): string | null =>
  column ? (written[Number(column.slice(1))] ?? null) : null;

/** Rows that were read and cannot be kept, with the place and the text they had. */
export async function valueRejects(
  session: Session,
  readable: Readable,
  member: number,
  firstRow: number,
  before: number[],
): Promise<Reject[]> {
  const rows = await session.rows<{ n: string; record: string | null; problem: string }>(
    `select rowid - ${firstRow} as n, record, problem from incoming where member = ${member} and state = ${REJECTED} order by rowid limit ${limits.rejectRows}`,
  );
  if (rows.length === 0) return [];
  const ordinals = rows.map((r) => Number(r.n) + before.filter((b) => b <= Number(r.n)).length);
  const originals = readable.csv ? await originalRows(readable, ordinals) : new Map<number, { line: number; text: string }>();
  return rows.map((r, i) => {
    const [column, reason, value] = r.problem.split(UNIT);
    const found = originals.get(ordinals[i] ?? -1);
    return {
      line: found?.line ?? Number(r.record ?? Number(r.n) + 1),
      column: column ?? null,
      reason: value ? `${column} "${value}" ${reason}` : `${column} ${reason}`,
      original: found?.text ?? '',
    };
  });
}

/** The line of each record and its text. A second reading of the file, taken only when something was rejected. */
async function originalRows({ member, csv }: Readable, ordinals: number[]): Promise<Map<number, { line: number; text: string }>> {
  const wanted = new Set(ordinals);
  const last = Math.max(...ordinals);
  const found = new Map<number, { line: number; text: string }>();
  const input = fs.createReadStream(member.path);
  const parser = input.pipe(
    parse({
      delimiter: csv?.delimiter ?? ',',
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      bom: true,
      raw: true,
      info: true,
      from: 2,
    }),
  );
  let ordinal = 0;
  for await (const { raw, info } of parser as AsyncIterable<{ raw: string; info: { lines: number } }>) {
    const text = raw.replace(/[\r\n]+$/, '');
    if (wanted.has(ordinal)) found.set(ordinal, { line: info.lines - (text.split('\n').length - 1), text });
    if (ordinal++ >= last) break;
  }
  input.destroy();
  return found;
}

/** The line on which each byte position lies, counted in one reading. Positions come in ascending order. */
async function lineNumbersAt(file: string, positions: number[]): Promise<number[]> {
  if (positions.length === 0) return [];
  const lines: number[] = [];
  let [line, offset] = [1, 0];
  for await (const chunk of fs.createReadStream(file) as AsyncIterable<Buffer>) {
    let at = -1;
    for (;;) {
      const position = (positions[lines.length] ?? Number.POSITIVE_INFINITY) - offset;
      const next = chunk.indexOf(10, at + 1);
      if (position <= (next === -1 ? chunk.length - 1 : next)) {
        lines.push(line);
        continue;
      }
      if (next === -1) break;
      line++;
      at = next;
    }
    offset += chunk.length;
    if (lines.length === positions.length) break;
  }
  while (lines.length < positions.length) lines.push(line);
  return lines;
}
