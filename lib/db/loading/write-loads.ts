import type pg from 'pg';
import { inTransaction, withOrganization } from '../sql';
import { copyRows, type RowWriter } from './copy';
import { chargePartition, ensureChargePartition, profilePartition } from './partitions';
import { rollUp } from './rollups';

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
  rows: number;
  totals: LoadTotal[];
  contentHash: string;
}
export interface LoadTotal {
  currency: string | null;
  billed: string | null;
  effective: string | null;
}

/** The SELECTs of the staged file, as the tables want them. */
export interface StagedRows {
  writer: RowWriter;
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
                           sub_accounts, billing_period, from_day, to_day, charge_to, rows, totals, content_hash)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) returning id`,
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
          l.rows,
          JSON.stringify(l.totals),
          l.contentHash,
        ],
      );
      ids.push(rows[0]?.id ?? 0);
    }
    return ids;
  });
}

/**
 * Copies profiles, then charges, then rolls up and compares the sums with the file's. All of it in one transaction, so a process killed at
 * any point leaves nothing; nothing of it is visible before activation. Throws when a sum differs in any digit.
 */
export async function writeLoads(
  organization: number,
  loads: readonly NewLoad[],
  ids: readonly number[],
  staged: StagedRows,
  progress: (phase: 'copy' | 'check') => Promise<void>,
): Promise<void> {
  const months = [...new Set(loads.map((l) => l.billingPeriod))];
  for (const month of months) await withOrganization(organization, (c) => ensureChargePartition(c, month));
  await staged.assignLoads(ids);
  await inTransaction(organization, async (client) => {
    await client.query('set local synchronous_commit = off');
    await progress('copy');
    await copyProfiles(client, organization, staged);
    for (const month of months)
      await copyRows(client, `copy ${chargePartition(month)} from stdin (format csv)`, staged.writer, staged.charges(month));
    await progress('check');
    await rollUp(client, organization, ids, months);
    for (const [i, load] of loads.entries()) await checkTotals(client, organization, load, ids[i] ?? 0);
    await client.query(`update load set status = 'complete' where id = any($1)`, [ids]);
  });
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

/** Σ of the file = Σ of what PostgreSQL added up from the stored charges, to the last digit, per currency, and as many rows. */
async function checkTotals(client: pg.ClientBase, organization: number, load: NewLoad, id: number): Promise<void> {
  const { rows } = await client.query<{
    currency: string | null;
    billed: string | null;
    effective: string | null;
    rows: string;
    differs: boolean;
  }>(
    `with stored as (
       select s.billing_currency as currency, sum(d.billed_cost) as billed, sum(d.effective_cost) as effective, sum(d.charges) as n
         from cost_slice_daily d join cost_slice s on s.organization_id = d.organization_id and s.slice_key = d.slice_key
        where d.organization_id = $3 and d.load_id = $1 group by 1),
     said as (select coalesce(currency, '-') as currency, billed, effective from jsonb_to_recordset($2::jsonb) as t(currency text, billed numeric, effective numeric))
     select coalesce(s.currency, f.currency) as currency, s.billed::text, s.effective::text, s.n::text as rows,
            (s.billed is distinct from f.billed or s.effective is distinct from f.effective) as differs
       from stored s full join said f on s.currency = f.currency`,
    [id, JSON.stringify(load.totals), organization],
  );
  const stored = rows.reduce((n, r) => n + Number(r.rows ?? 0), 0);
  const wrong = rows.find((r) => r.differs);
  if (wrong || stored !== load.rows)
    throw new Error(
      `control totals differ for ${load.provider} ${load.billingPeriod}: file ${JSON.stringify(load.totals)} in ${load.rows} rows, stored ${JSON.stringify(rows)}`,
    );
}

const PROFILES_LOCK = 7_302;
