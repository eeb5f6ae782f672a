import fs from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { DuckDBInstance } from '@duckdb/node-api';
import Big from 'big.js';
import { parse } from 'csv-parse/sync';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { csvLine } from '../../core/csv/cell';
import { ExploreQuery } from '../../core/explore/explore-query';
import { fileColumns } from '../../core/focus/file-columns';
import { writeChargeParquet } from '../../db/columnar/charge-parquet';
import { makeActor, scratch, writeFile } from '../../runtime/test-database';
import { focusFile, focusRow } from '../imports/focus.fixture';
import { importPath } from '../imports/import-path';
import { exportCharges } from './export-charges';
import { exportChargesParquet } from './export-parquet';

const today = '2026-09-02';
const ask = (more: object): ExploreQuery => ExploreQuery.parse({ from: '2026-08-01', to: '2026-09-01', measure: 'billed', ...more });

let actor: Actor;
let stranger: Actor;
beforeAll(async () => {
  [actor, stranger] = await Promise.all([makeActor(), makeActor()]);
  const rows = Array.from({ length: 700 }, (_, i) =>
    focusRow({
      BilledCost: `${i % 9 === 0 ? '-' : ''}${i % 50}.${String(i * 977).padStart(6, '0')}000000000000000${i % 7}${i % 3}`,
      EffectiveCost: i % 13 === 0 ? '0' : `0.${'0'.repeat(i % 16)}${1 + (i % 9)}`,
      BillingCurrency: i % 6 === 0 ? 'EUR' : 'USD',
      ChargePeriodStart: `2026-08-${String(1 + (i % 28)).padStart(2, '0')}T0${i % 8}:15:30Z`,
      ChargePeriodEnd: `2026-08-${String(1 + (i % 28)).padStart(2, '0')}T12:00:00Z`,
      ChargeCategory: i % 5 === 0 ? 'Tax' : 'Usage',
      ServiceName: ['Virtual Machines', 'ZÜRICH, "storage"', '=SUM(A1)', 'two\nlines'][i % 4] as string,
      Tags: i % 4 === 0 ? '' : JSON.stringify({ team: `t,${i % 5}`, 'cost:centre': `cc "${i % 3}"`, empty: '' }),
    }),
  );
  await importPath(actor, writeFile('august.csv', focusFile(rows)), {});
});

type Cells = Record<string, string | null>;

/** The file read back by a DuckDB of its own, every cell as text, with the type of each column. */
async function readBack(query: ExploreQuery, who = actor): Promise<{ rows: Cells[]; types: Cells }> {
  const { content, bytes } = await exportChargesParquet(who, query, today);
  const all = await buffer(content);
  expect(all.length).toBe(bytes);
  const file = path.join(scratch, `read-${Math.random()}.parquet`);
  fs.writeFileSync(file, all);
  const instance = await DuckDBInstance.create(':memory:');
  const duck = await instance.connect();
  await duck.run(`set TimeZone = 'UTC'`);
  const described = (await duck.runAndReadAll(`describe select * from '${file}'`)).getRowObjectsJson() as {
    column_name: string;
    column_type: string;
  }[];
  const types = Object.fromEntries(described.map((d) => [d.column_name, d.column_type]));
  const cell = (name: string, type: string) =>
    type.startsWith('TIMESTAMP') ? `strftime("${name}", '%Y-%m-%dT%H:%M:%SZ') as "${name}"` : `"${name}"::varchar as "${name}"`;
  const columns = described.map((d) => cell(d.column_name, d.column_type)).join(', ');
  const rows = (await duck.runAndReadAll(`select ${columns} from '${file}'`)).getRowObjectsJson() as Cells[];
  duck.closeSync();
  instance.closeSync();
  return { rows, types };
}

async function csvOf(query: ExploreQuery): Promise<Record<string, string>[]> {
  const parts: string[] = [];
  for await (const part of (await exportCharges(actor, query, today)).content) parts.push(part);
  return parse(parts.join(''), { columns: true, bom: true });
}

/** The cells of a Parquet row as the CSV writes them: the same digits without idle zeros, formulas made harmless. */
const asCsv = (row: Cells): Record<string, string> => {
  const names = Object.keys(row);
  const [cells = []] = parse(csvLine(names.map((n) => row[n] ?? ''))) as string[][];
  return plain(Object.fromEntries(names.map((n, i) => [n, cells[i] ?? ''])));
};
const amounts = fileColumns('1.2').flatMap((c) => (c.kind === 'decimal' ? [c.name] : []));
const plain = (row: Record<string, string>): Record<string, string> => ({
  ...row,
  ...Object.fromEntries(amounts.map((a) => [a, row[a] ? new Big(row[a]).toFixed() : ''])),
});

test.each<object>([
  {},
  { measure: 'effective' },
  { f: ['service:ZÜRICH\\, "storage"', 'currency:USD'] },
  { f: '-tag:team:t\\,1', without: 'tax' },
  { f: 'service~lines', from: '2026-08-05', to: '2026-08-11' },
])('%j: the rows, columns and digits are those of the CSV, in its order', async (more) => {
  const query = ask(more);
  const [parquet, csv] = [await readBack(query), await csvOf(query)];
  expect(csv.length).toBeGreaterThan(20);
  expect(Object.keys(parquet.types)).toEqual(Object.keys(csv[0] ?? {}));
  expect(parquet.rows.map(asCsv)).toEqual(csv.map(plain));
});

test('amounts are decimals, times are times, tags are JSON, and what is missing is missing', async () => {
  const { types, rows } = await readBack(ask({}));
  expect(types).toMatchObject({
    BilledCost: 'DECIMAL(38,23)',
    EffectiveCost: 'DECIMAL(38,18)',
    ChargePeriodStart: 'TIMESTAMP WITH TIME ZONE',
    BillingPeriodEnd: 'TIMESTAMP WITH TIME ZONE',
    Tags: 'JSON',
    ServiceName: 'VARCHAR',
    x_IsAi: 'BOOLEAN',
    x_Line: 'BIGINT',
  });
  expect(rows.map((r) => r.ServiceName)).toContain('=SUM(A1)'); // only a spreadsheet runs it
  expect(rows.some((r) => r.Tags === null)).toBe(true);
});

test('no charges are an empty file with all its columns; a stranger has nothing else', async () => {
  const { rows, types } = await readBack(ask({}), stranger);
  expect(rows).toEqual([]);
  expect(types.BilledCost).toBe('DECIMAL(38,18)');
});

const left = () => fs.readdirSync(path.join(scratch, 'home', 'exports'));

test('nothing stays on the disk: not when it is read, nor when the reader leaves', async () => {
  const { content } = await exportChargesParquet(actor, ask({}), today);
  expect(left()).toEqual([]);
  content.destroy();
  const gone = new AbortController();
  gone.abort(new Error('the reader left'));
  await expect(exportChargesParquet(actor, ask({}), today, gone.signal)).rejects.toThrow('the reader left');
  expect(left()).toEqual([]);
});

test('what a killed process left behind is removed by a later export', async () => {
  const old = path.join(scratch, 'home', 'exports', 'old');
  fs.mkdirSync(old, { recursive: true });
  fs.utimesSync(old, new Date(0), new Date(0));
  (await exportChargesParquet(actor, ask({}), today)).content.destroy();
  expect(left()).toEqual([]);
});

const shape = { version: '1.2', owned: false } as const;
const row = (billed: string) => fileColumns('1.2').map(({ name }) => (name === 'BilledCost' ? billed : null));
const folder = (name: string) => fs.mkdtempSync(path.join(scratch, name));

test('who leaves while it is written ends it', async () => {
  const gone = new AbortController();
  let batches = 0;
  const rows = async function* () {
    for (;;) {
      if (++batches === 3) gone.abort(new Error('the reader left'));
      yield [row('1')];
    }
  };
  await expect(writeChargeParquet(folder('gone'), rows(), shape, gone.signal)).rejects.toThrow('the reader left');
  expect(batches).toBe(3);
});

test('an amount that no decimal of Parquet holds is refused with a sentence, and never rounded', async () => {
  const rows = async function* (amount: string) {
    yield [row('12.5'), row(amount)];
  };
  await expect(writeChargeParquet(folder('wide'), rows(`1.${'0'.repeat(37)}1`), shape)).rejects.toThrow(
    'BilledCost has amounts of more than 38 digits',
  );
  expect(fs.existsSync(await writeChargeParquet(folder('fits'), rows(`-1.${'0'.repeat(35)}1`), shape))).toBe(true);
});
