// `npm run bench:events`: a gateway's log from the file to the summed hours and tasks, and the questions of the pages on what is stored. `-- --events
// 10000000 --days 365` for the size of a year. Prints the table of docs/benchmarks.md.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { addDays } from '../lib/core/time/days';
import { unattributedCosts } from '../lib/db/queries/unattributed';
import { usageCells } from '../lib/db/queries/usage-cells';
import { readEvents } from '../lib/ingest/events/read-events';
import { importEvents } from '../lib/services/events/import-events';
import { refreshUsage } from '../lib/services/events/refresh-usage';
import { operatorOf } from '../lib/services/identity/operator';
import { shutDown } from '../lib/services/shut-down';
import { writeEventFile } from './event-file';

const { values } = parseArgs({ options: { events: { type: 'string', default: '1000000' }, days: { type: 'string', default: '30' } } });
const [events, days] = [Number(values.events), Number(values.days)];
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headroom-bench-'));
const file = path.join(folder, 'spend-logs.jsonl');
const from = '2026-01-01';

const rate = (seconds: number) => `${Math.round(events / seconds).toLocaleString('en')}`;
async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; value: T }> {
  const started = performance.now();
  const value = await work();
  return { seconds: (performance.now() - started) / 1000, value };
}

async function parsed(): Promise<number> {
  let n = 0;
  for await (const chunk of fs.createReadStream(file, { encoding: 'utf8', highWaterMark: 4 * 1024 ** 2 })) n += (chunk as string).length;
  return n;
}

async function read(): Promise<number> {
  let n = 0;
  for await (const batch of readEvents(file, 'spend-logs.jsonl', folder)) n += batch.events.length;
  return n;
}

try {
  const actor = await operatorOf(undefined, 'Bench');
  await writeEventFile(file, { events, from, days });
  const bytes = await timed(parsed);
  const reading = await timed(read);
  if (reading.value !== events) throw new Error(`${reading.value} of ${events} events were read`);
  const loading = await timed(() => importEvents(actor, file, {}, { refresh: false }));
  if (loading.value.events !== events) throw new Error(`${loading.value.events} of ${events} events are new: use a fresh HEADROOM_HOME`);
  const summing = await timed(() => refreshUsage(actor.organizationId));
  const all = loading.seconds + summing.seconds;
  console.log(
    `\n${events.toLocaleString('en')} events over ${days} days, ${(bytes.value / 1e6).toFixed(0)} MB of JSON lines, ${os.cpus().length} cores\n`,
  );
  console.log('| step | s | events/s |\n|---|---|---|');
  for (const [name, seconds] of [
    ['reading alone: JSON to events with disjoint tokens', reading.seconds],
    ['file to stored, priced events', loading.seconds],
    ['hours and tasks summed', summing.seconds],
    ['file to summed hours and tasks', all],
  ] as const)
    console.log(`| ${name} | ${seconds.toFixed(1)} | ${rate(seconds)} |`);
  console.log(`\nPeak memory of the process: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.`);
  await ask(actor.organizationId);
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
  await shutDown();
}

async function ask(organization: number): Promise<void> {
  const month = { from: addDays(from, Math.max(0, days - 30)), to: addDays(from, days) };
  const questions: [string, () => Promise<unknown>][] = [
    ['what-if: a month of use by everything a price depends on', () => usageCells(organization, month)],
    ['unattributed: a month of bills against what events explain', () => unattributedCosts(organization, month)],
  ];
  console.log('\n| question, the last 30 days | p50 ms | p95 ms |\n|---|---|---|');
  for (const [name, question] of questions) {
    for (let i = 0; i < 3; i++) await question();
    const times: number[] = [];
    for (let i = 0; i < 40; i++) times.push((await timed(question)).seconds * 1000);
    times.sort((a, b) => a - b);
    console.log(`| ${name} | ${times[19]?.toFixed(1)} | ${times[37]?.toFixed(1)} |`);
  }
}
