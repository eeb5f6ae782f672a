import type pg from 'pg';
import { inTransaction, withOrganization } from '../sql';
import { copyRows, type RowWriter } from './copy';
import { chargePartition, ensureChargePartition, profilePartition } from './partitions';
import { holdMeanings } from './re-enrich';
import { rollUp, rollUpModels } from './rollups';

/** What identifies a load and says what it holds; one per provider, billing account and billing month of a file. */
export interface NewLoad {
  provider: string;
  format: string;
  dataset: string;
  replaces: string;
  billingAccountId: string | null;
  billingAccountName: string | null;
  subAccounts: string[];
  billingPeriod: string;
  fromDay: string;
  toDay: string;
  chargeTo: string;
  contentHash: string;
}
export interface LoadTotal {
  currency: string | null;
  billed: string | null;
  effective: string | null;
}

/** What is known of the loads once their charges are described; in their order. */
export interface Described {
  rows: number;
  totals: LoadTotal[];
}

/** SELECTs of what is summed already, in the order of the tables' columns. */
interface Rollups {
  slices: string;
  sliceDaily: string;
  dimensionDaily: string;
  modelDaily: string;
}

/** The SELECTs of the staged file, as the tables want them. */
export interface StagedRows {
  writer: RowWriter;
  /** Makes profiles, rollups and totals, beside the copying of the charges. */
  describe(): Promise<{ loads: Described[]; rollups: Rollups | null }>;
  profileKeys: string;
  profiles: string;
  /** Called with the keys that the database has already. */
  rememberKnown(keys: AsyncIterable<Buffer>): Promise<void>;
  charges(month: string): string;
  assignLoads(ids: readonly number[]): Promise<void>;
}

/** Reserves the loads of an import. They are invisible: nothing reads a load that has no claim. */
export async function reserveLoads(
  organization: number,
  { sourceId, importId, loads }: { sourceId: number; importId: number; loads: readonly NewLoad[] },
): Promise<number[]> {
  return inTransaction(organization, async (client) => {
    const ids: number[] = [];
    for (const l of loads) {
      const { rows } = await client.query<{ id: number }>(
        `insert into load (organization_id, source_id, import_id, provider, format, dataset, replaces, billing_account_id, billing_account_name,
                           sub_accounts, billing_period, from_day, to_day, charge_to, content_hash)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) returning id`,
        [
          organization,
          sourceId,
          importId,
          l.provider,
          l.format,
          l.dataset,
          l.replaces,
          l.billingAccountId,
          l.billingAccountName,
          l.subAccounts,
          l.billingPeriod,
          l.fromDay,
          l.toDay,
          `${l.chargeTo}Z`,
          l.contentHash,
        ],
      );
      ids.push(rows[0]?.id ?? 0);
    }
    return ids;
  });
}

/**
 * Copies the charges while they are being described, then profiles and rollups, and compares the sums with the file's. All of it in one
 * transaction, so a process killed at any point leaves nothing; nothing of it is visible before activation. Throws when a sum differs in any
 * digit. Returns what the loads hold.
 */
export async function writeLoads(
  organization: number,
  loads: readonly NewLoad[],
  ids: readonly number[],
  staged: StagedRows,
  progress: (phase: 'copy' | 'check') => Promise<void>,
): Promise<Described[]> {
  const months = [...new Set(loads.map((l) => l.billingPeriod))];
  for (const month of months) await withOrganization(organization, (c) => ensureChargePartition(c, month));
  await staged.assignLoads(ids);
  return inTransaction(organization, async (client) => {
    await client.query('set local synchronous_commit = off');
    await holdMeanings(client, organization, 'shared');
    await progress('copy');
    const [copied, described] = await Promise.allSettled([copyCharges(client, months, staged), staged.describe()]);
    if (copied.status === 'rejected') throw copied.reason;
    if (described.status === 'rejected') throw described.reason;
    await copyProfiles(client, organization, staged);
    await progress('check');
    const { loads: known, rollups } = described.value;
    if (rollups) await copyRollups(client, staged.writer, rollups);
    else {
      await rollUp(client, organization, ids, months);
      await rollUpModels(client, organization, ids, months);
    }
    await checkTotals(client, organization, known, ids, months);
    await client.query(
      `update load l set status = 'complete', rows = n.rows, totals = n.totals from unnest($1::int[], $2::bigint[], $3::jsonb[]) as n(id, rows, totals)
        where l.id = n.id`,
      [ids, known.map((k) => k.rows), known.map((k) => JSON.stringify(k.totals))],
    );
    return known;
  });
}

/** The loads of an import that died before they were complete. */
export async function forgetLoadsOf(organization: number, importId: number): Promise<void> {
  await withOrganization(organization, (c) =>
    c.query(`delete from load where organization_id = $1 and import_id = $2 and status = 'loading'`, [organization, importId]),
  );
}

/** A load that was begun and never counted leaves nothing, not even its name. */
export async function forgetLoads(organization: number, ids: readonly number[]): Promise<void> {
  await withOrganization(organization, (c) =>
    c.query(`delete from load where organization_id = $1 and id = any($2) and status = 'loading'`, [organization, ids]),
  );
}

async function copyCharges(client: pg.ClientBase, months: readonly string[], staged: StagedRows): Promise<void> {
  for (const month of months)
    await copyRows(client, `copy ${chargePartition(month)} from stdin (format csv)`, staged.writer, staged.charges(month));
}

/** Only profiles that are new travel. Imports of one organisation take turns here, so that none inserts what another is inserting. */
async function copyProfiles(client: pg.ClientBase, organization: number, staged: StagedRows): Promise<void> {
  await client.query('select pg_advisory_xact_lock($1, $2)', [PROFILES_LOCK, organization]);
  await client.query('create temp table candidate_profile (profile_key uuid) on commit drop');
  await copyRows(client, 'copy candidate_profile from stdin (format csv)', staged.writer, staged.profileKeys);
  const { rows } = await client.query<{ profile_key: string }>(
    `select c.profile_key from candidate_profile c join ${profilePartition(organization)} p on p.organization_id = $1 and p.profile_key = c.profile_key`,
    [organization],
  );
  await staged.rememberKnown(lines(rows.map((r) => r.profile_key)));
  await copyRows(client, `copy ${profilePartition(organization)} from stdin (format csv)`, staged.writer, staged.profiles);
}

async function* lines(values: readonly string[]): AsyncGenerator<Buffer> {
  for (let i = 0; i < values.length; i += 10_000) yield Buffer.from(`${values.slice(i, i + 10_000).join('\n')}\n`);
}

/** Through temporary tables: COPY does not write to a table under row-level security, INSERT does. */
async function copyRollups(client: pg.ClientBase, writer: RowWriter, selects: Rollups): Promise<void> {
  for (const [table, select] of [
    ['cost_slice', selects.slices],
    ['cost_slice_daily', selects.sliceDaily],
    ['cost_dimension_daily', selects.dimensionDaily],
    ['model_cost_daily', selects.modelDaily],
  ] as const) {
    await client.query(`create temp table new_${table} (like ${table}) on commit drop`);
    await copyRows(client, `copy new_${table} from stdin (format csv)`, writer, select);
    await client.query(`insert into ${table} select * from new_${table} ${table === 'cost_slice' ? 'on conflict do nothing' : ''}`);
  }
}

/**
 * Σ of the file = Σ of the stored charges, added up by PostgreSQL, = Σ of the rollups, to the last digit; and as many rows; the AI of the slices =
 * the sums by model. The sums of a load run over its currencies, as a checksum and never as an amount; its currencies are compared one by one in the
 * rollups.
 */
async function checkTotals(
  client: pg.ClientBase,
  organization: number,
  loads: readonly Described[],
  ids: readonly number[],
  months: readonly string[],
): Promise<void> {
  const said = loads.flatMap((l, i) =>
    l.totals.map((t) => ({ load: ids[i], currency: t.currency ?? '-', billed: t.billed, effective: t.effective })),
  );
  const counted = loads.map((l, i) => ({ load: ids[i], rows: l.rows }));
  const charges = months
    .map((m) => `select load_id, billed_cost, effective_cost from ${chargePartition(m)} where load_id = any($1)`)
    .join(' union all ');
  const { rows } = await client.query<{ what: string; load: number; said: string; stored: string }>(
    `with said as (select * from jsonb_to_recordset($2::jsonb) as t(load int, currency text, billed numeric, effective numeric)),
          counted as (select * from jsonb_to_recordset($3::jsonb) as t(load int, rows bigint)),
          stored as (select load_id, count(*) as n, sum(billed_cost) as billed, sum(effective_cost) as effective from (${charges}) c group by 1),
          kinds as (select d.load_id, s.billing_currency as currency, s.is_ai, sum(d.billed_cost) as billed, sum(d.effective_cost) as effective,
                           sum(d.charges) as n
                      from cost_slice_daily d join cost_slice s on s.organization_id = d.organization_id and s.slice_key = d.slice_key
                     where d.organization_id = $4 and d.load_id = any($1) group by 1, 2, 3),
          sliced as (select load_id, currency, sum(billed) as billed, sum(effective) as effective from kinds group by 1, 2),
          ai as (select load_id, currency, billed, effective, n from kinds where is_ai),
          models as (select load_id, currency, sum(billed_cost) as billed, sum(effective_cost) as effective, sum(charges) as n
                       from model_cost_daily where organization_id = $4 and load_id = any($1) group by 1, 2)
     select 'charges' as what, f.load, row(f.billed, f.effective, c.rows)::text as said, row(s.billed, s.effective, s.n)::text as stored
       from (select load, sum(billed) as billed, sum(effective) as effective from said group by 1) f
       join counted c on c.load = f.load left join stored s on s.load_id = f.load
      where s.billed is distinct from f.billed or s.effective is distinct from f.effective or s.n is distinct from c.rows
     union all
     select 'rollups', f.load, row(f.currency, f.billed, f.effective)::text, row(s.currency, s.billed, s.effective)::text
       from said f left join sliced s on s.load_id = f.load and s.currency = f.currency
      where s.billed is distinct from f.billed or s.effective is distinct from f.effective
     union all
     select 'sums by model', coalesce(a.load_id, m.load_id), row(a.currency, a.billed, a.effective, a.n)::text, row(m.currency, m.billed, m.effective, m.n)::text
       from ai a full join models m on m.load_id = a.load_id and m.currency = a.currency
      where m.billed is distinct from a.billed or m.effective is distinct from a.effective or m.n is distinct from a.n`,
    [ids, JSON.stringify(said), JSON.stringify(counted), organization],
  );
  const wrong = rows[0];
  if (wrong)
    throw new Error(`control totals differ in the ${wrong.what} of load ${wrong.load}: file ${wrong.said}, stored ${wrong.stored}`);
}

const PROFILES_LOCK = 7_302;
