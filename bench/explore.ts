// `npm run bench:explore`: free questions through the HTTP API of a production build, at 1 million and at 10 million charges over 12 months, beside
// DuckDB over the same rows in Parquet and, at 1 million, one plain wide table of PostgreSQL. Prints the tables of docs/benchmarks.md.
// `-- --small` stops after the first million. Use a HEADROOM_HOME of its own: the charges stay there, and a second run finds them.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import pg from 'pg';
import { addDays, addMonths } from '../lib/core/time/days';
import { query, sql } from '../lib/db/sql';
import { env } from '../lib/env';
import { operatorOf } from '../lib/services/identity/operator';
import { shutDown } from '../lib/services/shut-down';
import { createToken } from '../lib/services/tokens/manage-tokens';
import { exploreQuestions, type Question } from './explore-questions';
import { writeFocusFile } from './focus-file';
import { withProductionServer } from './production-server';
import { askDashboard } from './questions';

const { values } = parseArgs({ options: { small: { type: 'boolean', default: false }, turns: { type: 'string', default: '30' } } });
const turns = Number(values.turns);
const folder = path.join(env().HEADROOM_HOME, 'bench-explore');
fs.mkdirSync(folder, { recursive: true, mode: 0o755 });
const firstMonth = '2025-11-01';

const actor = await operatorOf(undefined, 'Benchmark');

/** Charges that are there already, by what their files were called. */
const loaded = async (): Promise<Set<string>> =>
  new Set(
    (
      await query<{ name: string }>(
        actor.organizationId,
        sql`select file_name as name from import where organization_id = ${actor.organizationId} and status = 'done'`,
      )
    ).map((r) => r.name),
  );

/** Twelve months of so many charges in all, through the import; the same rows as Parquet beside it. */
async function load(label: string, perMonth: number, since: string): Promise<void> {
  const there = await loaded();
  for (let month = 0; month < 12; month++) {
    const name = `${label}-${String(month).padStart(2, '0')}`;
    const file = path.join(folder, `${name}.csv`);
    const parquet = path.join(folder, `${name}.parquet`);
    if (there.has(`${name}.csv`) && fs.existsSync(parquet)) continue;
    await writeFocusFile(file, { rows: perMonth, month: addMonths(since, month) });
    const duck = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
    await duck.run(
      `copy (select * replace (EffectiveCost::decimal(18,10) as EffectiveCost, BilledCost::decimal(18,10) as BilledCost, ListCost::decimal(18,10) as ListCost,
                ConsumedQuantity::decimal(18,6) as ConsumedQuantity, ChargePeriodStart::timestamp as ChargePeriodStart),
                ChargePeriodStart::date as day, json_extract_string(Tags, '$.team') as tag_team, json_extract_string(Tags, '$."cost-center"') as tag_cc
             from read_csv('${file}', all_varchar = true)) to '${parquet}' (format parquet)`,
    );
    duck.closeSync();
    const child = spawnSync(process.execPath, ['--import', 'tsx', path.join(import.meta.dirname, 'import-once.ts'), file], {
      encoding: 'utf8',
    });
    if (!child.stdout.includes('imported')) throw new Error(`the import failed: ${child.stdout} ${child.stderr}`);
    fs.rmSync(file);
    console.error(`${name} loaded`);
  }
}

/** One connection that stays, as a browser keeps its own: what a client adds of itself is not what is measured. */
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

/** The status of an answer that was read to its end. */
const get = (address: string, headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    http
      .get(address, { agent, headers }, (response) => {
        response.on('error', reject).on('end', () => resolve(response.statusCode ?? 0));
        response.resume();
      })
      .on('error', reject);
  });

async function withServer<T>(work: (ask: (address: string) => Promise<void>) => Promise<T>): Promise<T> {
  return withProductionServer(async (base) => {
    const { token } = await createToken({ ...actor, role: 'admin' }, { name: 'bench', role: 'viewer', days: 1 }, new Date());
    return work(async (address) => {
      const status = await get(`${base}${address}`, { authorization: `Bearer ${token}` });
      if (status !== 200) throw new Error(`${address}: it answered ${status}`);
    });
  });
}

const at = (times: number[], share: number) =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
const ms = (time: number) => (Number.isNaN(time) ? '–' : time.toFixed(time < 10 ? 1 : 0));

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function run(label: string, questions: readonly Question[], files: string, wide: boolean): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '4GB' });
  const duck = await instance.connect();
  const client = new pg.Client(env().DATABASE_URL);
  await client.connect();
  await client.query("set work_mem = '256MB'");
  const rows: { q: Question; own: number[]; duck: number[]; wide: number[] }[] = [];
  await withServer(async (ask) => {
    const started = performance.now();
    while (
      !(await ask('/api/v1/costs/dimensions').then(
        () => true,
        () => false,
      ))
    )
      await sleep(500);
    console.log(`\nThe columnar copy was ready ${((performance.now() - started) / 1000).toFixed(1)} s after the server.`);
    for (const q of questions) {
      const row = { q, own: [] as number[], duck: [] as number[], wide: [] as number[] };
      const onDuck = q.duck?.(files);
      const onWide = wide ? q.wide?.(files) : undefined;
      // in turn, so that what else the machine does is nobody's advantage; the first of each is not counted
      for (let turn = 0; turn <= turns; turn++) {
        const keep = (times: number[], time: number) => turn > 0 && times.push(time);
        keep(row.own, await timeOf(() => ask(q.address)));
        if (onDuck) keep(row.duck, await timeOf(() => duck.runAndReadAll(onDuck)));
        if (onWide && turn <= 3) keep(row.wide, await timeOf(() => client.query(onWide)));
      }
      const { own } = row;
      rows.push(row);
      console.error(`${q.name}: ${ms(at(own, 0.5))} / ${ms(at(own, 0.95))} ms`);
    }
  });
  console.log(
    `\n| question (${label}) | p50 ms | p95 ms | DuckDB over Parquet, ms | ratio |${wide ? ' wide table in PostgreSQL, ms |' : ''}`,
  );
  console.log(`|---|---|---|---|---|${wide ? '---|' : ''}`);
  for (const { q, own, duck: d, wide: w } of rows)
    console.log(
      `| ${q.name} | ${ms(at(own, 0.5))} | ${ms(at(own, 0.95))} | ${ms(at(d, 0.5))} | ${d.length ? `${(at(own, 0.5) / at(d, 0.5)).toFixed(2)}x` : '–'} |${wide ? ` ${ms(at(w, 0.5))} |` : ''}`,
    );
  const all = rows.flatMap((r) => r.own);
  console.log(`\nAll questions together: p50 ${ms(at(all, 0.5))} ms, p95 ${ms(at(all, 0.95))} ms.`);
  await client.end();
  duck.closeSync();
  instance.closeSync();
}

/** The queries behind *Overview*, in the last of the twelve months. */
async function onSlices(label: string, first: string): Promise<void> {
  const last = addMonths(first, 11);
  await askDashboard(actor.organizationId, { label, from: last, to: addDays(last, 28) });
}

async function wideTable(): Promise<void> {
  const client = new pg.Client(env().DATABASE_URL);
  await client.connect();
  const there = await client.query("select to_regclass('bench_wide_million') as t");
  if (!there.rows[0]?.t) {
    const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
    const duck = await instance.connect();
    const csv = path.join(folder, 'wide.csv');
    await duck.run(
      `copy (select day, tag_team, tag_cc, BillingAccountId, SubAccountName, ServiceName, SkuMeter, ResourceName, RegionName, ChargeCategory, EffectiveCost, BilledCost, ListCost, ConsumedQuantity from '${folder}/million-*.parquet') to '${csv}' (format csv, header false)`,
    );
    duck.closeSync();
    instance.closeSync();
    await client.query(
      'create table bench_wide_million (day date, tag_team text, tag_cc text, billing_account_id text, sub_account_name text, service_name text, sku_meter text, resource_name text, region_name text, charge_category text, effective_cost numeric, billed_cost numeric, list_cost numeric, consumed_quantity numeric)',
    );
    const { from } = (await import('pg-copy-streams')).default;
    const { pipeline } = await import('node:stream/promises');
    await pipeline(fs.createReadStream(csv), client.query(from('copy bench_wide_million from stdin (format csv)')));
    await client.query('analyze bench_wide_million');
    fs.rmSync(csv);
  }
  await client.end();
}

try {
  await load('million', Math.round(1_000_000 / 12), firstMonth);
  await wideTable();
  await run('1,000,000 charges over 12 months', exploreQuestions(firstMonth), `${folder}/million-*.parquet`, true);
  await onSlices('1,000,000 charges over 12 months', firstMonth);
  if (!values.small) {
    await load('large', Math.round(10_000_000 / 12), addMonths(firstMonth, -12));
    await run('10,000,000 charges over 12 months', exploreQuestions(addMonths(firstMonth, -12)), `${folder}/large-*.parquet`, false);
    await onSlices('10,000,000 charges over 12 months', addMonths(firstMonth, -12));
  }
} finally {
  await shutDown();
}
