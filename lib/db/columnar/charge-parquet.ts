import fs from 'node:fs';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { AppError } from '../../core/app-error';
import { amounts } from '../../core/focus/columns';
import { type ChargeFileRow, chargeFileColumns } from '../queries/charge-file';
import { csv, textColumns } from './copy-out';
import { lockTo } from './lock';

/** DuckDB's decimals have so many digits; the fraction has as many as the standard's own, or more where a bill says more. */
const [DIGITS, FRACTION] = [38, 18];
/** Small groups of rows: each is held in memory before it is written. */
const ROW_GROUP = 24_576;
const MEMORY = '512MB';

const amountColumns = new Set<string>(amounts);
const moments = new Set(['BillingPeriodStart', 'BillingPeriodEnd', 'ChargePeriodStart', 'ChargePeriodEnd']);
/** Key and value in FOCUS, as JSON. */
const objects = new Set(['Tags', 'AllocatedTags', 'SkuPriceDetails']);

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
  signal?: AbortSignal,
): Promise<string> {
  const [cells, file] = [path.join(folder, 'charges.csv'), path.join(folder, 'charges.parquet')];
  const widths = await writeCells(cells, rows, signal);
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
      const columns = chargeFileColumns.map((name) => `${typed(name, widths)} as "${name}"`).join(', ');
      await connection.run(
        `copy (select ${columns} from ${csv(cells, textColumns(chargeFileColumns))}) to '${file.replaceAll("'", "''")}'
           (format parquet, compression zstd, row_group_size ${ROW_GROUP}, kv_metadata {FocusVersion: '1.2'})`,
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
async function writeCells(file: string, rows: AsyncIterable<readonly ChargeFileRow[]>, signal?: AbortSignal): Promise<Map<string, Width>> {
  const widths = new Map<string, Width>(amounts.map((name) => [name, { whole: 1, fraction: 0 }]));
  const places = chargeFileColumns.flatMap((name, place) => (amountColumns.has(name) ? [{ place, width: widths.get(name) as Width }] : []));
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
  return widths;
}

function typed(name: string, widths: ReadonlyMap<string, Width>): string {
  const cell = `"${name}"`;
  const width = widths.get(name);
  if (width) return `${cell}::${decimalFor(name, width)}`;
  if (moments.has(name)) return `${cell}::timestamptz`;
  // what is no JSON, and a bill may say anything, becomes a text of JSON
  if (objects.has(name)) return `case when json_valid(${cell}) then ${cell}::json else to_json(${cell}) end`;
  if (name === 'x_IsAi') return `${cell}::boolean`;
  return name === 'x_Load' || name === 'x_Line' ? `${cell}::bigint` : cell;
}

function decimalFor(name: string, { whole, fraction }: Width): string {
  if (whole + fraction > DIGITS)
    throw new AppError(
      'invalid',
      `${name} has amounts of more than ${DIGITS} digits, which no decimal of Parquet holds. The CSV has every digit of them.`,
    );
  return `decimal(${DIGITS}, ${Math.max(fraction, Math.min(FRACTION, DIGITS - whole))})`;
}
