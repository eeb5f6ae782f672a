import fs from 'node:fs';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { AppError } from '../../core/app-error';
import { type FileColumn, type FocusFileVersion, fileColumns } from '../../core/focus/file-columns';
import type { ChargeFileRow } from '../queries/charge-file';
import { csv, textColumns } from './copy-out';
import { lockTo } from './lock';

/** DuckDB's decimals have so many digits; the fraction has as many as the standard's own, or more where a bill says more. */
const [DIGITS, FRACTION] = [38, 18];
/** Small groups of rows: each is held in memory before it is written. */
const ROW_GROUP = 24_576;
const MEMORY = '512MB';

/** Which columns the rows have. */
export interface ChargeFileShape {
  version: FocusFileVersion;
  owned: boolean;
}

/** The most digits before and after the point that a column of amounts has. */
interface Width {
  whole: number;
  fraction: number;
}

/**
 * The rows of a file of charges as Parquet, in `folder`, which nobody else uses: the cells go to a scratch file as they are, and a DuckDB of its own
 * that can reach nothing but this folder casts and writes them. The copy of the ledger is locked and writes no files, and does not hold all the columns
 * of a charge. Throws `invalid` where an amount has more digits than a decimal of Parquet holds.
 */
export async function writeChargeParquet(
  folder: string,
  rows: AsyncIterable<readonly ChargeFileRow[]>,
  { version, owned }: ChargeFileShape,
  signal?: AbortSignal,
): Promise<string> {
  const columns = fileColumns(version, owned);
  const [cells, file] = [path.join(folder, 'charges.csv'), path.join(folder, 'charges.parquet')];
  const widths = await writeCells(cells, columns, rows, signal);
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '2',
    memory_limit: MEMORY,
    temp_directory: path.join(folder, 'spill'),
  });
  try {
    const connection = await instance.connect();
    const leave = () => connection.interrupt();
    signal?.addEventListener('abort', leave, { once: true });
    try {
      await lockTo(connection, folder);
      signal?.throwIfAborted();
      const typedCells = columns.map((column) => `${typed(column, widths)} as "${column.name}"`).join(', ');
      await connection.run(
        `copy (select ${typedCells} from ${csv(cells, textColumns(columns.map((c) => c.name)))}) to '${file.replaceAll("'", "''")}'
           (format parquet, compression zstd, row_group_size ${ROW_GROUP}, kv_metadata {FocusVersion: '${version}'})`,
      );
    } catch (e) {
      signal?.throwIfAborted();
      throw e;
    } finally {
      signal?.removeEventListener('abort', leave);
      connection.closeSync();
    }
  } finally {
    instance.closeSync();
  }
  fs.rmSync(cells);
  return file;
}

/** What is missing stays apart from what is empty: only texts are quoted. */
async function writeCells(
  file: string,
  columns: readonly FileColumn[],
  rows: AsyncIterable<readonly ChargeFileRow[]>,
  signal?: AbortSignal,
): Promise<Map<string, Width>> {
  const places = columns.flatMap(({ name, kind }, place) =>
    kind === 'decimal' ? [{ name, place, width: { whole: 1, fraction: 0 } satisfies Width }] : [],
  );
  const out = fs.createWriteStream(file, { mode: 0o600 });
  const failed = new Promise<never>((_, reject) => out.once('error', reject));
  failed.catch(() => {});
  try {
    for await (const batch of rows) {
      signal?.throwIfAborted();
      for (const row of batch)
        for (const { place, width } of places) {
          const [whole = '', fraction = ''] = (row[place] ?? '').replace('-', '').split('.');
          width.whole = Math.max(width.whole, whole.length);
          width.fraction = Math.max(width.fraction, fraction.replace(/0+$/, '').length);
        }
      const text = batch
        .map((row) => `${row.map((cell) => (cell === null ? '' : `"${cell.replaceAll('"', '""')}"`)).join(',')}\n`)
        .join('');
      if (!out.write(text)) await Promise.race([new Promise<void>((drained) => out.once('drain', drained)), failed]);
    }
    out.end();
    await finished(out);
  } catch (e) {
    out.destroy();
    throw e;
  }
  return new Map(places.map(({ name, width }) => [name, width]));
}

function typed({ name, kind }: FileColumn, widths: ReadonlyMap<string, Width>): string {
  const cell = `"${name}"`;
  const width = widths.get(name);
  if (width) return `${cell}::${decimalFor(name, width)}`;
  if (kind === 'moment') return `${cell}::timestamptz`;
  // what is no JSON, and a bill may say anything, becomes a text of JSON
  if (kind === 'json') return `case when json_valid(${cell}) then ${cell}::json else to_json(${cell}) end`;
  if (kind === 'boolean') return `${cell}::boolean`;
  return kind === 'integer' ? `${cell}::bigint` : cell;
}

function decimalFor(name: string, { whole, fraction }: Width): string {
  if (whole + fraction > DIGITS)
    throw new AppError(
      'invalid',
      `${name} has amounts of more than ${DIGITS} digits, which no decimal of Parquet holds. The CSV has every digit of them.`,
    );
  return `decimal(${DIGITS}, ${Math.max(fraction, Math.min(FRACTION, DIGITS - whole))})`;
}
