import fs from 'node:fs';
import { Transform } from 'node:stream';

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

/** Where a record lies: bytes from the start of the file, and lines counted from 1. */
export interface Place {
  start: number;
  end: number;
  line: number;
  lastLine: number;
}

/** Called with every record that is no blank line, the header included. The object is used again: keep a copy. True ends the reading. */
export type OnRecord = (place: Place) => boolean | undefined;

/** Finds the records of a CSV file in one reading, at a few hundred megabytes a second; a line is a line of the file, also inside of quotes. */
export async function scanRecords(file: string, delimiter: string, onRecord: OnRecord): Promise<void> {
  const table = transitions(delimiter);
  const place: Place = { start: 0, end: 0, line: 1, lastLine: 1 };
  let [state, offset, line, afterCr] = [START, 0, 1, false];
  const finish = (end: number): boolean | undefined => {
    place.end = end;
    place.lastLine = line;
    return end > place.start ? onRecord(place) : undefined;
  };
  const input = fs.createReadStream(file, { highWaterMark: 1024 ** 2 });
  try {
    for await (const chunk of input as AsyncIterable<Buffer>) {
      let i = offset === 0 && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? 3 : 0; // a byte order mark
      place.start += i;
      for (; i < chunk.length; i++) {
        const byte = chunk[i] as number;
        if (byte !== LF && byte !== CR) {
          state = table[state * 256 + byte] as number;
          afterCr = false;
        } else if (byte === LF && afterCr) {
          place.start = offset + i + 1; // the second half of a CRLF
          afterCr = false;
        } else if (state === QUOTED) {
          if (byte === LF) line++;
        } else {
          if (finish(offset + i)) return;
          state = START;
          afterCr = byte === CR;
          place.start = offset + i + 1;
          place.line = ++line;
        }
      }
      offset += chunk.length;
    }
    finish(offset);
  } finally {
    input.destroy();
  }
}

/** Makes every line end outside of quotes a line feed: DuckDB reads no file that mixes them. Lines keep their numbers. */
export function evenLineEnds(delimiter: string): Transform {
  const table = transitions(delimiter);
  let [state, afterCr] = [START, false];
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const out = Buffer.allocUnsafe(chunk.length);
      let length = 0;
      for (const byte of chunk) {
        const isSecondHalf = byte === LF && afterCr;
        afterCr = false;
        if (isSecondHalf) continue;
        if (byte !== LF && byte !== CR) state = table[state * 256 + byte] as number;
        else if (state !== QUOTED) {
          state = START;
          afterCr = byte === CR;
          out[length++] = LF;
          continue;
        }
        out[length++] = byte;
      }
      done(null, out.subarray(0, length));
    },
  });
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
