import { isUtf8 } from 'node:buffer';
import { once } from 'node:events';
import fs from 'node:fs';
import { finished } from 'node:stream/promises';
import { Refusal } from '../refusal';
import { inWords, limits } from './limits';
import { LineMap } from './line-map';
import { type CsvRecord, readRecords } from './records';
import type { CsvShape } from './sniff';

export interface Reject {
  /** Line of the file, the header being 1; in Parquet and JSON the row's number. */
  line: number;
  column: string | null;
  reason: string;
  /** The row as it was written. */
  original: string;
}

export interface Mended {
  /** The records that are whole, under even line ends, the header first. */
  path: string;
  count: number;
  /** The first of the records that are no rows of this file. */
  rejects: Reject[];
  lines: LineMap;
}

/**
 * Writes a copy that holds only what DuckDB reads strictly: rows as long as the header, closed quotes, UTF-8, one kind of line end. Done when
 * DuckDB has stumbled over a file, so that a good one is read once and a bad one costs one more reading, whatever is wrong with it.
 * DuckDB's own table of rejects would not do: it holds an error per missing cell in memory, and turns the check of its parallel reading off.
 */
export async function mend(file: string, name: string, csv: CsvShape, to: string): Promise<Mended> {
  const out = fs.createWriteStream(to);
  const done = finished(out);
  done.catch(() => {}); // heard at the end
  const mended: Mended = { path: to, count: 0, rejects: [], lines: new LineMap() };
  let [row, isHeader, kept] = [0, true, 0];
  for await (const records of readRecords(file, csv.delimiter)) {
    const good: Buffer[] = [];
    for (const r of records) {
      const reason = isHeader ? null : whatIsWrong(r, name, csv);
      if (reason) {
        mended.count++;
        const original = kept < limits.rejectBytes ? (r.bytes?.toString('utf8') ?? '') : '';
        kept += original.length;
        if (mended.rejects.length < limits.rejectRows) mended.rejects.push({ line: r.line, column: null, reason, original });
        continue;
      }
      if (!isHeader) mended.lines.add(row++, r.line);
      isHeader = false;
      good.push(r.bytes as Buffer, LINE_END);
    }
    if (!out.write(Buffer.concat(good))) await Promise.race([once(out, 'drain'), done]);
  }
  out.end();
  await done;
  return mended;
}

const LINE_END = Buffer.from('\n');

function whatIsWrong(
  { line, lastLine, fields, fault, bytes }: CsvRecord,
  name: string,
  { header, fields: wanted, delimiter }: CsvShape,
): string | null {
  if (fault === 'open' && (!bytes || /\n[\s\S]*\S/.test(bytes.toString('latin1'))))
    throw new Refusal(
      `${name}, line ${line}: a quote is opened here and never closed, so nothing up to line ${lastLine} can be told apart. Close it and upload the file again.`,
    );
  if (!bytes) return `the row is longer than ${inWords(limits.recordBytes)}`;
  if (fault === 'open') return 'a quote is opened and not closed';
  if (fault === 'behind') return `text follows a closing quote${lastLine > line ? `; the row reaches to line ${lastLine}` : ''}`;
  const trailing = fields === wanted + 1 && bytes.at(-1) === delimiter.charCodeAt(0); // an empty cell at the end
  if (fields !== wanted && !trailing) {
    const others = wanted === header.length ? '' : `, other rows ${wanted}`;
    return `${fields} ${fields === 1 ? 'field' : 'fields'}, header has ${header.length}${others}`;
  }
  return isUtf8(bytes) ? null : 'not valid UTF-8';
}
