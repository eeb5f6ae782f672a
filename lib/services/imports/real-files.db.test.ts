import fs from 'node:fs';
import path from 'node:path';
import Big from 'big.js';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import type { CurrencyAmount, ImportResult } from '../../core/imports/result';
import { costsByGroup } from '../../db/queries/costs-by-group';
import { createImport, listImports } from '../../db/records/imports';
import { pool, query, sql, withOrganization } from '../../db/sql';
import { actorIn, makeActor, makeOrganization } from '../../runtime/test-database';
import { listLoads } from '../loads/list-loads';
import { undoLoad } from '../loads/undo-load';
import { importPath } from './import-path';
import { inspectImport } from './inspect-import';
import { rejectFile } from './rejects';

// Real exports with the figures they must give. They are not ours to publish, so they lie beside the project where they are at hand.
const folder = path.resolve(import.meta.dirname, '../../../../shared/real');
const present = fs.existsSync(path.join(folder, 'manifest.json'));
if (!present) console.log('real-files.db.test.ts: no folder ../shared/real beside the project; these tests are skipped.');

interface Expectation {
  outcome?: ImportResult['outcome'];
  acceptedRows: number;
  rejectedRows?: number;
  skippedRows?: number;
  billed?: CurrencyAmount[];
  effective?: CurrencyAmount[];
  from?: string;
  to?: string;
  rejects?: { line: number; reason: string }[];
  needs?: string[];
  alternatives?: Expectation[];
}
interface Entry {
  path: string;
  provider: string;
  kind: 'cost' | 'contract' | 'usage';
  rows: number;
  expect: Expectation;
  open?: boolean;
}

const entries: Entry[] = present
  ? (JSON.parse(fs.readFileSync(path.join(folder, 'manifest.json'), 'utf8')).files as Entry[]).filter(
      (f) => f.kind !== 'usage' || f.provider === 'openai', // other usage is no bill: its door is that of the events
    )
  : [];
const needsCurrency = (e: Entry) => e.expect.needs?.includes('currency') ?? false;
const at = (e: Pick<Entry, 'path'>) => path.join(folder, e.path);

const amounts = (list: readonly CurrencyAmount[] = [], currency?: string) =>
  list.map((a) => `${new Big(a.amount).toFixed()} ${currency ?? a.currency}`).sort();

/** What differs from an expectation; empty when all is as said. */
function differences(r: ImportResult, e: Expectation, rows: number, currency?: string) {
  const said = { outcome: e.outcome ?? 'imported', accepted: e.acceptedRows, rejected: e.rejectedRows ?? r.rejected, rows };
  const found: Record<string, unknown> = { outcome: r.outcome, accepted: r.accepted, rejected: r.rejected, rows: r.rows };
  const wanted: Record<string, unknown> = { ...said };
  const compare = (key: string, is: unknown, should: unknown) => {
    found[key] = is;
    wanted[key] = should;
  };
  if (e.skippedRows !== undefined) compare('skipped', r.skipped, e.skippedRows);
  if (e.billed) compare('billed', amounts(r.billed), amounts(e.billed, currency));
  if (e.effective) compare('effective', amounts(r.effective), amounts(e.effective, currency));
  if (e.from) compare('from', r.from, e.from);
  if (e.to) compare('to', r.to, e.to);
  return Object.keys(wanted)
    .filter((k) => JSON.stringify(found[k]) !== JSON.stringify(wanted[k]))
    .map((k) => `${k}: ${JSON.stringify(found[k])} instead of ${JSON.stringify(wanted[k])}`);
}

/** Σ over the stored charges, and Σ of what dashboards show: both must be the file's. */
async function storedSums({ organizationId }: Actor) {
  const charges = await query<{ currency: string; billed: string | null; effective: string | null }>(
    organizationId,
    sql`select p.billing_currency as currency, sum(c.billed_cost)::text as billed, sum(c.effective_cost)::text as effective
          from charge c join charge_profile p on p.organization_id = c.organization_id and p.profile_key = c.profile_key
         where c.organization_id = ${organizationId} group by 1 order by 1`,
  );
  const shown = await costsByGroup(organizationId, { groupBy: [], from: '1990-01-01', to: '2200-01-01' });
  const plain = (v: string | null) => (v === null ? null : new Big(v).toFixed()); // 1.50 and 1.5 are one amount
  return { charges, shown: shown.map((s) => ({ ...s, billed: plain(s.billed), effective: plain(s.effective) })) };
}
const column = (rows: readonly { currency: string; billed: string | null; effective: string | null }[], name: 'billed' | 'effective') =>
  amounts(rows.flatMap((r) => (r[name] === null ? [] : [{ currency: r.currency, amount: r[name] }])));

async function rejectsOf(actor: Actor): Promise<{ line: string; column: string; reason: string; original: string }[]> {
  const [made] = await listImports(actor.organizationId, 1);
  const file = rejectFile(made?.id ?? 0);
  return fs.existsSync(file) ? parse(fs.readFileSync(file), { columns: true }) : [];
}

describe.skipIf(!present)('real exports', () => {
  test.each(entries.map((e) => [e.path, e] as const))('%s gives the figures it must give', async (_, entry) => {
    const actor = await makeActor();
    const currency = needsCurrency(entry) ? 'USD' : undefined;
    const result = await importPath(actor, at(entry), { currency });
    const readings = [entry.expect, ...(entry.open ? (entry.expect.alternatives ?? []) : [])];
    const found = readings.map((e) => differences(result, e, entry.rows, currency));
    const right = found.findIndex((d) => d.length === 0);
    if (right < 0) expect({ reason: result.reason, differs: found[0] }).toEqual({ reason: result.reason, differs: [] });
    if (right > 0) console.log(`${entry.path}: another of the readings that are open`);

    const stored = await storedSums(actor);
    for (const name of ['billed', 'effective'] as const) {
      expect(column(stored.charges, name)).toEqual(amounts(result[name]));
      expect(column(stored.shown, name)).toEqual(amounts(result[name]));
    }
    const wanted = readings[right]?.rejects;
    if (wanted) expect((await rejectsOf(actor)).map((r) => Number(r.line))).toEqual(wanted.map((r) => r.line));
    if (result.outcome === 'refused') expect(result.reason).toContain(path.basename(entry.path));
  });

  test.each(entries.map((e) => [e.path, e] as const))('%s is announced as it will be loaded', async (_, entry) => {
    const actor = await makeActor();
    const choices = needsCurrency(entry) ? { currency: 'USD' } : {};
    const id = await createImport(actor.organizationId, {
      fileName: path.basename(entry.path),
      filePath: at(entry),
      bytes: 1,
      createdByName: actor.name,
      choices: {},
    });
    const finding = await inspectImport(actor, id, choices);
    const result = await importPath(actor, at(entry), choices);
    if (finding.problem) expect(result).toMatchObject({ outcome: 'refused', reason: finding.problem });
    else if (result.outcome === 'refused') expect(finding).toMatchObject({ accepted: 0, rejected: result.rejected });
    else if (finding.dataset !== 'contract') {
      const { rows, accepted, rejected, skipped, billed, effective, from, to } = result;
      expect(finding).toMatchObject({ rows, accepted, rejected, skipped, billed, effective, from, to });
    }
  });

  test.each(entries.filter(needsCurrency).map((e) => [e.path, e] as const))(
    '%s is refused until its currency is said',
    async (_, entry) => {
      const actor = await makeActor();
      const result = await importPath(actor, at(entry), {});
      expect(result).toMatchObject({
        outcome: 'refused',
        choice: 'currency',
        accepted: 0,
        rows: entry.rows,
        rejected: entry.rows,
        loads: [],
      });
      expect((await storedSums(actor)).charges).toEqual([]);
    },
  );

  test.each([
    ['aws/cur_legacy_2018-08_hourly.csv.gz', 'aws/cur_legacy_2018-08_hourly.snappy.parquet'],
    ['focus/focus-1.0_foundation_sample.csv', 'focus/focus-1.0_foundation_sample.snappy.parquet'],
  ])('%s and the same bill as Parquet count once, and undoing the second brings the first back', async (csv, parquet) => {
    const actor = await makeActor();
    const first = await importPath(actor, path.join(folder, csv), {});
    const before = await storedSums(actor);
    expect(await importPath(actor, path.join(folder, csv), {})).toMatchObject({ outcome: 'unchanged' });
    const second = await importPath(actor, path.join(folder, parquet), {});
    expect(second).toMatchObject({ outcome: 'imported', billed: first.billed, effective: first.effective });
    expect([...second.replaced].sort()).toEqual([...first.loads].sort());
    expect((await storedSums(actor)).shown).toEqual(before.shown);
    for (const id of second.loads) await undoLoad(actor, id);
    expect((await storedSums(actor)).shown).toEqual(before.shown);
    const states = new Map((await listLoads(actor)).map((l) => [l.id, l.state]));
    expect(first.loads.map((id) => states.get(id))).toEqual(first.loads.map(() => 'active'));
  });
});

describe.skipIf(!present)('two organisations with the same bill', () => {
  let [a, b] = [] as Actor[];
  beforeAll(async () => {
    [a, b] = [actorIn(await makeOrganization('A')), actorIn(await makeOrganization('B'))];
    await importPath(a, path.join(folder, 'focus/focus-1.2_azure_100.csv'), {});
    await importPath(b, path.join(folder, 'focus/focus-1.2_azure_100.csv'), {});
    await importPath(b, path.join(folder, 'focus/focus-1.2_gcp_100.csv'), {});
  });

  test('see nothing of each other', async () => {
    if (!a || !b) throw new Error('no organisations');
    const [own, others] = [(await listLoads(a)).map((l) => l.id), (await listLoads(b)).map((l) => l.id)];
    expect(own.length).toBeGreaterThan(0);
    expect(others.length).toBeGreaterThan(own.length);
    expect(own.filter((id) => others.includes(id))).toEqual([]);
    const providers = async (actor: Actor) =>
      (await costsByGroup(actor.organizationId, { groupBy: ['provider'], from: '2000-01-01', to: '2100-01-01' })).map(
        (g) => g.group.provider,
      );
    expect(await providers(a)).toEqual(['azure']);
    expect(await providers(b)).toEqual(['azure', 'gcp']);
  });

  const tables = ['load', 'load_claim', 'charge_profile', 'charge', 'cost_slice', 'cost_slice_daily', 'cost_dimension_daily'];
  test.each(tables)('row-level security hides %s of the other, even from a statement that names no organisation', async (table) => {
    if (!a || !b) throw new Error('no organisations');
    const own = b.organizationId;
    const seenBy = (id: number) =>
      withOrganization(id, async (c) => (await c.query(`select organization_id as id, count(*)::int as n from ${table} group by 1`)).rows);
    expect((await seenBy(own)).map((r) => r.id)).toEqual([own]);
    expect((await seenBy(a.organizationId)).map((r) => r.id)).toEqual([a.organizationId]);
    const asked = await withOrganization(a.organizationId, (c) => c.query(`select 1 from ${table} where organization_id = $1`, [own]));
    expect(asked.rowCount).toBe(0);
  });

  test.each(tables)('a connection that was tied to nobody sees nothing of %s', async (table) => {
    const client = await pool().connect();
    try {
      await client.query(`begin; select set_config('headroom.organization_id', '', true)`);
      expect((await client.query(`select count(*)::int as n from ${table}`)).rows).toEqual([{ n: 0 }]);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  test('one cannot undo a load of the other', async () => {
    if (!a || !b) throw new Error('no organisations');
    const [load] = await listLoads(b);
    await expect(undoLoad(a, load?.id ?? 0)).rejects.toThrow('There is no load');
  });
});
