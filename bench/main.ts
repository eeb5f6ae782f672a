// `npm run bench`: the road of a file against its alternatives, then the dashboard's questions, in one run on one database. Prints the table of
// docs/benchmarks.md. `-- --rows 200000` for a shorter run, `-- --large` for 10 million charges over 12 months, `-- --runs 5` for more turns.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { addDays, addMonths } from '../lib/core/time/days';
import { env } from '../lib/env';
import { operatorOf } from '../lib/services/identity/operator';
import { shutDown } from '../lib/services/shut-down';
import { csvParseCopy, serverSideCopy } from './baselines';
import { evaluateThousand } from './budgets';
import { writeFocusFile } from './focus-file';
import { askDashboard } from './questions';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    runs: { type: 'string', default: '3' },
    large: { type: 'boolean', default: false },
  },
});
const rows = Number(values.rows);
const runs = Number(values.runs);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headroom-bench-'));
fs.chmodSync(folder, 0o755);

const median = (list: number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN;
const s = (seconds: number) => seconds.toFixed(1);

/** The embedded server's superuser has the same password as the application's role. */
const adminUrl = env().DATABASE_URL.replace(/\/\/[^:]+:/, '//postgres:');

function importOnce(file: string): { seconds: number; megabytes: number } {
  const child = spawnSync(process.execPath, ['--import', 'tsx', path.join(import.meta.dirname, 'import-once.ts'), file], {
    encoding: 'utf8',
  });
  const line = child.stdout.trim().split('\n').at(-1) ?? '';
  const result = line.startsWith('{') ? JSON.parse(line) : null;
  if (result?.outcome !== 'imported') throw new Error(`the import failed: ${line} ${child.stderr}`);
  return result;
}

async function road(): Promise<void> {
  const seconds = { server: [] as number[], parse: [] as number[], headroom: [] as number[] };
  let megabytes = 0;
  let bytes = 0;
  for (let run = 0; run < runs; run++) {
    const file = path.join(folder, `focus-${run}.csv`);
    await writeFocusFile(file, { rows, month: addMonths('2025-01-01', run) });
    fs.chmodSync(file, 0o644); // PostgreSQL's own account reads it
    bytes = fs.statSync(file).size;
    seconds.server.push(await serverSideCopy(adminUrl, file));
    const imported = importOnce(file);
    seconds.headroom.push(imported.seconds);
    megabytes = Math.max(megabytes, imported.megabytes);
    seconds.parse.push(await csvParseCopy(env().DATABASE_URL, file));
    fs.rmSync(file);
    console.error(
      `run ${run + 1}: COPY ${s(seconds.server.at(-1) ?? 0)} s, Headroom ${s(imported.seconds)} s, csv-parse ${s(seconds.parse.at(-1) ?? 0)} s`,
    );
  }
  const own = median(seconds.headroom);
  console.log(
    `\n${rows.toLocaleString('en')} rows x 47 columns, ${(bytes / 1e6).toFixed(0)} MB of CSV, ${runs} runs in turn, medians (min to max), ${os.cpus().length} cores\n`,
  );
  console.log('| way into PostgreSQL | s | Headroom is faster by |\n|---|---|---|');
  for (const [name, list] of [
    ['COPY by the server into one wide table', seconds.server],
    ['csv-parse and COPY in Node', seconds.parse],
    ['Headroom: file to activated load with rollups', seconds.headroom],
  ] as const)
    console.log(
      `| ${name} | ${s(median(list))} (${s(Math.min(...list))} to ${s(Math.max(...list))}) | ${(median(list) / own).toFixed(2)}x |`,
    );
  console.log(`\nPeak memory of the importing process: ${megabytes} MB.\n`);
}

async function large(): Promise<void> {
  const perMonth = Math.round(10_000_000 / 12);
  let megabytes = 0;
  for (let month = 0; month < 12; month++) {
    const file = path.join(folder, `large-${month}.csv`);
    await writeFocusFile(file, { rows: perMonth, month: addMonths('2025-11-01', month) });
    megabytes = Math.max(megabytes, importOnce(file).megabytes);
    fs.rmSync(file);
    console.error(`month ${month + 1} of 12 loaded`);
  }
  console.log(`\n10,000,000 charges over 12 months; peak memory of one import ${megabytes} MB.`);
}

try {
  await road();
  const actor = await operatorOf(undefined, 'Benchmark');
  await askDashboard(actor.organizationId, {
    label: `${(rows * runs).toLocaleString('en')} charges`,
    from: addMonths('2025-01-01', runs - 1),
    to: addDays(addMonths('2025-01-01', runs), -3),
  });
  const evaluation = await evaluateThousand(addDays(addMonths('2025-01-01', runs), -4));
  console.log(
    `\n1,000 budgets over ${(rows * runs).toLocaleString('en')} charges: ${s(evaluation.first)} s with ${evaluation.raised} alerts raised, ${s(evaluation.again)} s when nothing is new.`,
  );
  if (values.large) {
    await large();
    await askDashboard(actor.organizationId, { label: '10,000,000 more over 12 months', from: '2026-10-01', to: '2026-10-29' });
  }
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
  await shutDown();
}
