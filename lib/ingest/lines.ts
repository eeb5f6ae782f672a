import fs from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { dimensions } from '../core/focus/columns';
import { name, quote, type Session } from './duckdb/session';
import type { LineMap } from './files/line-map';
import { Refusal } from './refusal';

/** The line of a row of `charge_row i` as SQL, and the join it needs, if any. */
export interface LineSelect {
  line: string;
  join: string;
}

/** Ordinary files need no table: their lines are the row's number and a constant. */
export async function storeLines(session: Session, scratch: string, map: LineMap): Promise<LineSelect> {
  const steps = [...firstTwo(map)];
  if (steps.length < 2) return { line: `i.r + ${steps[0]?.distance ?? 1}`, join: '' };
  const file = path.join(scratch, 'line-steps.csv');
  await pipeline(Readable.from(inBlocks(map)), fs.createWriteStream(file));
  await session.run(
    `create table line_step as select * from read_csv(${quote(file)}, auto_detect = false, header = false, columns = {'row': 'BIGINT', 'distance': 'BIGINT'})`,
  );
  return { line: 'i.r + s.distance', join: 'asof join line_step s on i.r >= s.row' };
}

/** PostgreSQL's texts hold no NUL. Too rare to be looked for in every file; this is asked when it has refused one. */
export async function nulRefusal(session: Session, file: string, { line, join }: LineSelect): Promise<Refusal> {
  const [found] = await session.rows<{ line: string }>(
    `select coalesce(i.record, ${line})::varchar as line from charge_row i ${join} where contains(concat(${dimensions.map((d) => `i.${name(d)}`).join(', ')}), chr(0)) limit 1`,
  );
  return new Refusal(
    `${file}${found ? `, line ${found.line}` : ''}: a cell holds a NUL character, which is no text. Remove it and upload the file again.`,
  );
}

function* firstTwo(map: LineMap) {
  let n = 0;
  for (const step of map.steps()) {
    yield step;
    if (++n === 2) return;
  }
}

function* inBlocks(map: LineMap): Generator<string> {
  let block = '';
  for (const { row, distance } of map.steps()) {
    block += `${row},${distance}\n`;
    if (block.length > 65_536) {
      yield block;
      block = '';
    }
  }
  yield block;
}
