// `npm run fuzz`: bills that were changed on their way, as many as asked, against the importer. Each has to become charges or a sentence: no crash, no
// hang over 30 s, no memory over 1 GB, nothing half loaded. `-- --inputs 100000 --seed=7`; a failure prints its seed and path, which repeat it.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { query, sql } from '../../lib/db/sql';
import { openSession } from '../../lib/ingest/duckdb/session';
import { readEvents } from '../../lib/ingest/events/read-events';
import { previewRows, recognise, stage } from '../../lib/ingest/pipeline';
import { Refusal } from '../../lib/ingest/refusal';
import { operatorOf } from '../../lib/services/identity/operator';
import { importPath } from '../../lib/services/imports/import-path';
import { shutDown } from '../../lib/services/shut-down';
import { type Mutation, mutations, names } from './mutations';
import { usageLogs } from './usage';

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '10000' },
    seed: { type: 'string' },
    path: { type: 'string' },
    /** Every so many go the whole way into PostgreSQL; reading alone is what most of them die of. */
    'whole-every': { type: 'string', default: '40' },
  },
});
const HANG_MS = 30_000;
const MOST_MEMORY = 1024 ** 3;
/** Of a large file its beginning: a mutation in its middle says no more. */
const KEPT_BYTES = 96 * 1024;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headroom-fuzz-'));
const root = path.resolve(import.meta.dirname, '../..');

interface Input {
  name: string;
  bytes: Buffer;
  isUsage: boolean;
}

const usage = (): Input[] => usageLogs.map(({ name, text }) => ({ name, bytes: Buffer.from(text), isUsage: true }));

/** The fixtures of every provider, and real exports where they lie beside the project. */
function bills(): Input[] {
  const providers = path.join(root, 'lib/ingest/providers');
  const fixtures = fs.readdirSync(providers).flatMap((p) => listed(path.join(providers, p, 'fixtures')));
  const real = path.resolve(root, '../shared/real');
  const exports = ['aws', 'azure', 'focus', 'gcp', 'oci', 'openai', 'anthropic', 'openrouter'].flatMap((p) => listed(path.join(real, p)));
  return [...fixtures, ...exports].map((file) => ({ name: path.basename(file), bytes: beginning(fs.readFileSync(file)), isUsage: false }));
}

const listed = (from: string): string[] =>
  fs.existsSync(from)
    ? fs
        .readdirSync(from, { withFileTypes: true })
        .filter((f) => f.isFile() && /\.(csv|json|jsonl|parquet|gz|zip)$/.test(f.name))
        .map((f) => path.join(from, f.name))
        .sort()
    : [];

function beginning(bytes: Buffer): Buffer {
  if (bytes.length <= KEPT_BYTES) return bytes;
  const isText = !bytes.subarray(0, 1024).includes(0);
  const end = isText ? bytes.lastIndexOf(10, KEPT_BYTES) + 1 : 0;
  return end > 0 ? bytes.subarray(0, end) : bytes;
}

/** A sentence for a person: it says something, ends, and is none of an engine's own words. */
function isSentence(text: string): boolean {
  return (
    text.length > 12 &&
    text.length < 2_000 &&
    /[.!?)"]$/.test(text.trim()) &&
    !/(Binder|Parser|Catalog|INTERNAL|Conversion) Error|TypeError|undefined is not|\n\s+at .*:\d+:\d+/.test(text)
  );
}

class Fault extends Error {}

/** Reads, maps and checks, without a database. */
async function read(file: string, name: string, scratch: string): Promise<void> {
  const session = await openSession({ scratch, folders: [path.dirname(file)], memory: '512MB' });
  try {
    const recognition = await recognise(session, { path: file, name }, scratch, {});
    await previewRows(session, recognition);
    if (recognition.dataset === 'contract') return;
    const staged = await stage(session, recognition, scratch, () => {});
    if (staged.rows !== staged.accepted + staged.rejected + staged.skipped)
      throw new Fault(`${staged.rows} rows are not ${staged.accepted} + ${staged.rejected} + ${staged.skipped}`);
    if (staged.rejected > 0 && staged.rejects.length === 0) throw new Fault(`${staged.rejected} rejects, and none of them is told`);
    for (const r of staged.rejects)
      if (r.line < 1 || r.reason.length < 4) throw new Fault(`a reject without line or reason: ${JSON.stringify({ ...r, original: '' })}`);
  } catch (e) {
    if (!(e instanceof Refusal)) throw e;
    if (!isSentence(e.message)) throw new Fault(`no sentence: ${e.message}`);
  } finally {
    session.close();
  }
}

/** A usage log, as far as its events. */
async function readUsage(file: string, name: string, scratch: string): Promise<void> {
  try {
    for await (const { events, rejects } of readEvents(file, name, scratch)) {
      for (const e of events)
        if (Object.values(e.tokens).some((n) => !Number.isSafeInteger(n) || n < 0))
          throw new Fault(`tokens that are no count: ${JSON.stringify(e.tokens)}`);
      for (const r of rejects)
        if (r.line < 1 || r.reason.length < 4) throw new Fault(`a reject without line or reason: ${r.line} ${r.reason}`);
    }
  } catch (e) {
    if (!(e instanceof Refusal)) throw e;
    if (!isSentence(e.message)) throw new Fault(`no sentence: ${e.message}`);
  }
}

/** The whole way, and what the database says of it afterwards. */
async function load(actor: Awaited<ReturnType<typeof operatorOf>>, file: string): Promise<void> {
  const result = await importPath(actor, file, {}, { isOneOfMany: true });
  if (result.outcome === 'refused' && !isSentence(result.reason ?? '')) throw new Fault(`no sentence: ${result.reason}`);
  const [stored] = await query<{ n: string; half: string }>(
    actor.organizationId,
    sql`select (select count(*) from charge where organization_id = ${actor.organizationId} and load_id = any(${result.loads}::int[]))::text as n,
               (select count(*) from load where organization_id = ${actor.organizationId} and status <> 'complete')::text as half`,
  );
  if (stored?.half !== '0') throw new Fault(`${stored?.half} loads are half loaded`);
  const holdsCharges = result.outcome === 'imported' || result.outcome === 'imported-with-rejects';
  if (holdsCharges && result.loads.length && Number(stored?.n) !== result.accepted && Number(stored?.n) !== 0)
    throw new Fault(`${stored?.n} charges of ${result.accepted} accepted rows`);
}

async function withinTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Fault(`no answer within ${HANG_MS / 1000} s`)), HANG_MS);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

const inputs = Number(values.inputs);
const every = Number(values['whole-every']);
let done = 0;
try {
  const actor = await operatorOf(undefined, 'Fuzz');
  const started = performance.now();
  const property = fc.asyncProperty(
    fc.oneof({ weight: 7, arbitrary: fc.constantFrom(...bills()) }, { weight: 1, arbitrary: fc.constantFrom(...usage()) }),
    mutations,
    names,
    async (bill, changes, name) => {
      const n = done++;
      const scratch = path.join(folder, String(n));
      fs.mkdirSync(scratch, { recursive: true });
      const file = path.join(folder, `${n}-${name.replaceAll('/', '_')}`);
      fs.writeFileSync(
        file,
        (changes as Mutation[]).reduce((bytes, change) => change(bytes), bill.bytes),
      );
      try {
        await withinTime(bill.isUsage ? readUsage(file, name, scratch) : n % every === 0 ? load(actor, file) : read(file, name, scratch));
      } finally {
        fs.rmSync(scratch, { recursive: true, force: true });
        fs.rmSync(file, { force: true });
      }
      if (done % 1000 === 0)
        console.log(`${done} inputs, ${Math.round((performance.now() - started) / done)} ms each, ${megabytes()} MB at most`);
    },
  );
  const result = await fc.check(property, {
    numRuns: inputs,
    ...(values.seed !== undefined && { seed: Number(values.seed) }),
    ...(values.path !== undefined && { path: values.path }),
    endOnFailure: true,
  });
  if (result.failed) {
    const [bill] = result.counterexample ?? [];
    console.error(
      `${bill?.name}, --seed=${result.seed} --path=${result.counterexamplePath}:\n${result.errorInstance instanceof Error ? result.errorInstance.stack : result.errorInstance}`,
    );
  }
  const isLarge = process.resourceUsage().maxRSS * 1024 > MOST_MEMORY;
  if (isLarge) console.error(`It took ${megabytes()} MB of memory; ${MOST_MEMORY / 1024 ** 2} is the limit.`);
  const failed = (result.failed ? 1 : 0) + (isLarge ? 1 : 0);
  console.log(`seed ${result.seed}: ${result.numRuns} inputs, ${megabytes()} MB at most`);
  console.log(`${Math.max(0, result.numRuns - failed)} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
  await shutDown();
}

function megabytes(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}
