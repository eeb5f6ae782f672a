import { quote, type Session } from './duckdb/session';
import { limits } from './files/limits';
import type { LineMap } from './files/line-map';
import type { Reject } from './files/mend';
import { readRecords } from './files/records';
import type { Readable } from './read';
import { REJECTED, UNIT } from './stage';

export type { Reject } from './files/mend';

/** Rows that were read and cannot be kept, with the place and the text they had. */
export async function valueRejects(session: Session, readable: Readable, staged: string, lines: LineMap): Promise<Reject[]> {
  const found = await session.rows<{ n: string; record: string | null; problem: string }>(
    `select file_row_number as n, record, problem from read_parquet(${quote(staged)}, file_row_number = true) where state = ${REJECTED} order by 1 limit ${limits.rejectRows}`,
  );
  const rows = found.map((r) => Number(r.n));
  const originals = await textOf(readable, rows);
  return found.map((r, i) => {
    const row = rows[i] as number;
    const [column, reason, value] = r.problem.split(UNIT);
    return {
      line: r.record === null ? lines.lineOf(row) : Number(r.record),
      column: column ?? null,
      reason: value ? `${column} "${value}" ${reason}` : `${column} ${reason}`,
      original: originals.get(row) ?? '',
    };
  });
}

/** The text of these rows, in their order. A second reading of the file, taken only when something was rejected. */
async function textOf({ member, csv, mended }: Readable, rows: readonly number[]): Promise<Map<number, string>> {
  const found = new Map<number, string>();
  if (!csv || rows.length === 0) return found;
  let [row, next, kept] = [-1, 0, 0];
  for await (const records of readRecords(mended?.path ?? member.path, csv.delimiter))
    for (const { bytes } of records) {
      if (row++ !== rows[next]) continue;
      next++;
      const text = kept < limits.rejectBytes ? (bytes?.toString('utf8') ?? '') : '';
      kept += text.length;
      found.set(row - 1, text);
      if (next === rows.length) return found;
    }
  return found;
}
