import fs from 'node:fs';
import { limits } from './limits';

const [LF, CR, QUOTE, SPACE] = [10, 13, 34, 32];
const [START, UNQUOTED, QUOTED, CLOSED, AFTER, TORN] = [0, 1, 2, 3, 4, 5];

/** What follows a byte, as DuckDB's strict reader has it: a quote counts at the start of a cell only, and nothing but blanks may follow its end. */
function transitions(delimiter: string): Uint8Array {
  const table = new Uint8Array(6 * 256);
  const set = (state: number, otherwise: number, cases: Record<number, number> = {}) => {
    table.fill(otherwise, state * 256, (state + 1) * 256);
    for (const [byte, next] of Object.entries(cases)) table[state * 256 + Number(byte)] = next;
  };
  const d = delimiter.charCodeAt(0);
  set(START, UNQUOTED, { [QUOTE]: QUOTED, [SPACE]: START, [d]: START });
  set(UNQUOTED, UNQUOTED, { [d]: START });
  set(QUOTED, QUOTED, { [QUOTE]: CLOSED });
  set(CLOSED, TORN, { [QUOTE]: QUOTED, [SPACE]: AFTER, [d]: START });
  set(AFTER, TORN, { [SPACE]: AFTER, [d]: START });
  set(TORN, TORN);
  return table;
}

/** One record, a header or a row: where it lies, how many cells it has, and what is wrong with its quotes. */
export interface CsvRecord {
  /** Lines of the file, counted from 1; a cell in quotes may hold several. */
  line: number;
  lastLine: number;
  fields: number;
  /** `open`: a quote was never closed, up to the end of the file. `behind`: there is text behind a closing quote. */
  fault: 'open' | 'behind' | null;
  /** Without its line end; null when it is longer than a record may be. */
  bytes: Buffer | null;
}

/** Reads a CSV file record by record, blank lines left out, at a few hundred megabytes a second. Holds one record at most. */
export async function* readRecords(file: string, delimiter: string): AsyncGenerator<CsvRecord[]> {
  const table = transitions(delimiter);
  const d = delimiter.charCodeAt(0);
  let [state, fields, line, firstLine, afterCr, isFirst] = [START, 1, 1, 1, false, true];
  let [held, heldBytes] = [[] as Buffer[], 0];
  const hold = (part: Buffer) => {
    heldBytes += part.length;
    if (heldBytes <= limits.recordBytes) held.push(part);
    else held = [];
  };
  const finish = (part: Buffer, into: CsvRecord[]) => {
    if (heldBytes + part.length > 0) {
      const isLong = heldBytes + part.length > limits.recordBytes;
      const bytes = isLong ? null : held.length ? Buffer.concat([...held, part]) : part;
      const fault = state === QUOTED ? 'open' : state === TORN ? 'behind' : null;
      into.push({ line: firstLine, lastLine: line, fields, fault, bytes });
    }
    [state, fields, held, heldBytes] = [START, 1, [], 0];
  };
  for await (const chunk of fs.createReadStream(file, { highWaterMark: 1024 ** 2 }) as AsyncIterable<Buffer>) {
    const records: CsvRecord[] = [];
    let i = isFirst && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? 3 : 0; // a byte order mark
    isFirst = false;
    let from = i;
    for (; i < chunk.length; i++) {
      const byte = chunk[i] as number;
      if (byte !== LF && byte !== CR) {
        state = table[state * 256 + byte] as number;
        if (byte === d && state === START) fields++;
        afterCr = false;
      } else if (byte === LF && afterCr) {
        from = i + 1; // the second half of a CRLF
        afterCr = false;
      } else if (state === QUOTED) {
        if (byte === LF) line++;
      } else {
        finish(chunk.subarray(from, i), records);
        afterCr = byte === CR;
        from = i + 1;
        firstLine = ++line;
      }
    }
    if (records.length) yield records;
    hold(chunk.subarray(from));
  }
  const last: CsvRecord[] = [];
  finish(Buffer.alloc(0), last);
  if (last.length) yield last;
}

export interface Sample {
  records: string[][];
  /** What ended the first record. */
  lineEnd: '\n' | '\r\n' | '\r';
}

/** The first records of a text as cells. One that the text cuts off is left out, unless the text is `whole`. */
export function sampleRecords(text: string, delimiter: string, { whole, limit }: { whole: boolean; limit: number }): Sample {
  const table = transitions(delimiter);
  const records: string[][] = [];
  let [state, cell, cells, lineEnd] = [START, '', [] as string[], '\n' as Sample['lineEnd']];
  const endCell = () => {
    cells.push(cell.trim());
    cell = '';
  };
  const endRecord = () => {
    endCell();
    if (cells.length > 1 || cells[0]) records.push(cells);
    cells = [];
  };
  for (let i = 0; i < text.length && records.length < limit; i++) {
    const char = text[i] as string;
    if (state !== QUOTED && (char === '\n' || char === '\r')) {
      const end = char === '\r' && text[i + 1] === '\n' ? '\r\n' : char;
      if (records.length === 0) lineEnd = end;
      endRecord();
      state = START;
      i += end.length - 1;
      continue;
    }
    const before = state;
    state = table[state * 256 + Math.min(255, char.charCodeAt(0))] as number;
    if (char === delimiter && state === START) endCell();
    else if (char === '"' && (before === START || (before === QUOTED && state === CLOSED))) continue;
    else cell += char;
  }
  if (whole && (cell || cells.length) && records.length < limit) endRecord();
  return { records, lineEnd };
}

/** How many lines a file has, counted as fast as it can be read. */
export async function countLines(file: string, lineEnd: number = LF): Promise<number> {
  let [lines, last] = [0, lineEnd];
  for await (const chunk of fs.createReadStream(file, { highWaterMark: 1024 ** 2 }) as AsyncIterable<Buffer>) {
    for (let at = chunk.indexOf(lineEnd); at !== -1; at = chunk.indexOf(lineEnd, at + 1)) lines++;
    last = chunk[chunk.length - 1] as number;
  }
  return last === lineEnd ? lines : lines + 1;
}
