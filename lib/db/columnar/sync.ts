import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import copyStreams from 'pg-copy-streams';
import { tagEntries } from '../../core/ledger/tags';
import { chargePartition, profilePartition } from '../loading/partitions';
import { query, sql, withOrganization } from '../sql';
import { factAmounts, monthsOf, profileColumns } from './schema';
import { type ColumnarStore, columnarStore, withConnection } from './store';

/** How far a copy is: loads to take over, loads done. Null while nothing is under way. */
export interface SyncProgress {
  loads: number;
  done: number;
}

const held = globalThis as { headroomSyncs?: Map<number, Promise<void>>; headroomSyncProgress?: Map<number, SyncProgress> };
held.headroomSyncs ??= new Map();
held.headroomSyncProgress ??= new Map();
const running = held.headroomSyncs;
const progress = held.headroomSyncProgress;

export const syncProgress = (organization: number): SyncProgress | null => progress.get(organization) ?? null;

/** Brings the columnar copy to what the ledger claims now, whole or not at all: a reader sees the old months or the new ones. */
export async function bringUpToDate(organization: number): Promise<ColumnarStore> {
  const store = await columnarStore(organization);
  for (;;) {
    const before = running.get(organization);
    if (before) await before.catch(() => {});
    else if (await isCurrent(organization, store)) return store;
    else {
      const work = synchronise(organization, store).finally(() => {
        running.delete(organization);
        progress.delete(organization);
      });
      running.set(organization, work);
      await work;
      return store;
    }
  }
}

/** The copy if it is up to date, or is so within that time; null while that takes longer. It goes on meanwhile. */
export async function readyStore(organization: number, patienceMs: number): Promise<ColumnarStore | null> {
  const ready = bringUpToDate(organization);
  ready.catch(() => {}); // heard where it is awaited, or by the next who asks
  const late = new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), patienceMs).unref();
  });
  return Promise.race([ready, late]);
}

/** Every load that counts, with a signature of its content and of the days and measures it counts for. */
const claimedLoads = (organization: number) =>
  query<{ load: number; month: string; signature: string }>(
    organization,
    sql`select l.id as load, l.billing_period::text as month,
               md5(l.content_hash || ':' || l.rows || ':' || string_agg(c.from_day || ' ' || c.to_day || ' ' || c.counts_billed || ' ' || c.counts_effective, ',' order by c.from_day)) as signature
          from load_claim c join load l on l.id = c.load_id
         where c.organization_id = ${organization} and l.organization_id = ${organization} and l.dataset in ('cost', 'actual', 'amortized')
         group by l.id order by l.billing_period, l.id`,
  );

async function difference(organization: number, connection: DuckDBConnection) {
  const wanted = await claimedLoads(organization);
  const rows = (await connection.runAndReadAll('select load, signature from synced')).getRowsJson() as [number, string][];
  const has = new Map(rows);
  const missing = wanted.filter((w) => has.get(w.load) !== w.signature);
  const kept = new Set(wanted.filter((w) => has.get(w.load) === w.signature).map((w) => w.load));
  return { missing, gone: [...has.keys()].filter((load) => !kept.has(load)) };
}

const isCurrent = (organization: number, store: ColumnarStore): Promise<boolean> =>
  withConnection(store, async (connection) => {
    const { missing, gone } = await difference(organization, connection);
    return missing.length + gone.length === 0;
  });

function synchronise(organization: number, store: ColumnarStore): Promise<void> {
  return withConnection(store, async (connection) => {
    const folder = fs.mkdtempSync(path.join(store.scratch, 'sync-'));
    const { missing, gone } = await difference(organization, connection);
    progress.set(organization, { loads: missing.length, done: 0 });
    await connection.run('begin');
    try {
      for (const load of gone) {
        for (const table of ['fact', 'fact_month', 'synced']) await connection.run(`delete from ${table} where load = ${Math.trunc(load)}`);
      }
      // while DuckDB takes one load in, PostgreSQL writes the next one out
      let next = missing[0] && copyCharges(organization, folder, missing[0]);
      for (const [done, load] of missing.entries()) {
        progress.set(organization, { loads: missing.length, done });
        await next;
        const after = missing[done + 1];
        next = after && copyCharges(organization, folder, after);
        next?.catch(() => {}); // heard where it is awaited
        await takeIn(connection, organization, folder, load);
        await connection.run('insert into synced values ($1, $2)', [load.load, load.signature]);
      }
      await connection.run('commit');
    } catch (e) {
      await connection.run('rollback').catch(() => {});
      throw e;
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
    await connection.run('checkpoint').catch(() => {}); // a reader may stand in the way; the next one does it
  });
}

const text = (columns: readonly string[]): string => `{${columns.map((c) => `'${c}': 'varchar'`).join(', ')}}`;
const csv = (file: string, columns: string): string =>
  `read_csv('${file.replaceAll("'", "''")}', header = false, delim = ',', quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false, max_line_size = 16777216, buffer_size = 33554432, auto_detect = false, columns = ${columns})`;

interface ClaimedLoad {
  load: number;
  month: string;
}

const chargesFile = (folder: string, load: number): string => path.join(folder, `charges-${Math.trunc(load)}.csv`);

/** Columns of a file of charges; `tokens` only where PostgreSQL multiplied them. */
const arriving = (withTokens: boolean): string =>
  `{'line': 'bigint', 'day': 'date', 'profile_key': 'uuid', 'counts_billed': 'boolean', 'counts_effective': 'boolean', ${[...copied, ...(withTokens ? ['tokens'] : [])].map((c) => `'${c}': 'varchar'`).join(', ')}}`;
const copied = factAmounts.filter((a) => a !== 'tokens');

/** The charges of one load that count, as a file. What it says of a measure it does not count for is left out. */
function copyCharges(organization: number, folder: string, { load, month }: ClaimedLoad, withTokens = false): Promise<void> {
  const id = Math.trunc(load);
  const profiles = withTokens ? ` join ${profilePartition(organization)} p on p.profile_key = x.profile_key` : '';
  return copyOut(
    organization,
    chargesFile(folder, load),
    `select x.line, (x.charge_period_start at time zone 'UTC')::date, x.profile_key, c.counts_billed, c.counts_effective,
            case when c.counts_billed then x.billed_cost end, case when c.counts_effective then x.effective_cost end,
            case when c.counts_effective then x.list_cost end, case when c.counts_effective then x.contracted_cost end,
            case when c.counts_billed then x.consumed_quantity end${withTokens ? ', case when c.counts_billed then x.consumed_quantity * p.x_tokens_per_unit end' : ''}
       from load_claim c
       join ${chargePartition(month)} x on x.load_id = c.load_id and x.charge_period_start >= c.from_day and x.charge_period_start < c.to_day${profiles}
      where c.load_id = ${id} and c.organization_id = ${Math.trunc(organization)} and (c.counts_billed or c.counts_effective)`,
  );
}

/** Takes the file of a load's charges into the copy, with the profiles that are new. */
async function takeIn(connection: DuckDBConnection, organization: number, folder: string, load: ClaimedLoad): Promise<void> {
  const id = Math.trunc(load.load);
  const file = chargesFile(folder, id);
  await connection.run(`create or replace temp table arrived as select * from ${csv(file, arriving(false))}`);
  const wide = copied.map((a) => `max(length(split_part(${a}, '.', 2)))`).join(', ');
  const [[missing, digits] = []] = (
    await connection.runAndReadAll(
      `select (select count(*) from (select distinct profile_key as key from arrived) a where not exists (select 1 from profile p where p.key = a.key)),
              greatest(${wide}) from arrived`,
    )
  ).getRowsJson() as [string, number | null][];
  if (Number(digits) > 39) throw new Error(`load ${id} has amounts with more than 39 digits after the point`);
  if (Number(missing) > 0) await copyProfiles(connection, organization, folder, id, load.month);
  const tiny = Number(digits) > 21;
  const odd = await connection.runAndReadAll(
    `select 1 from arrived a join profile p on p.key = a.profile_key where p.x_tokens_per_unit is not null
        and (length(a.quantity) > 16 or not regexp_full_match(p.x_tokens_per_unit, '[0-9]{1,12}')) limit 1`,
  );
  const multiplied = tiny || odd.currentRowCount > 0;
  if (multiplied) {
    // what does not fit into whole numbers here is multiplied by PostgreSQL
    await copyCharges(organization, folder, load, true);
    await connection.run(`create or replace temp table arrived as select * from ${csv(file, arriving(true))}`);
  }
  fs.rmSync(file);
  const parts = (a: string) =>
    `amount_hi(a.${a}), amount_lo(a.${a}), ${tiny ? `amount_tiny(a.${a})` : `case when a.${a} is not null then 0 end`}`;
  const units = 'amount_units(a.quantity) * p.x_tokens_per_unit::hugeint';
  const tokens = multiplied
    ? parts('tokens')
    : `case when p.x_tokens_per_unit is not null then (${units} // 1000000000000000000)::bigint end,
       case when p.x_tokens_per_unit is not null then (${units} % 1000000000000000000)::bigint end,
       case when p.x_tokens_per_unit is not null and a.quantity is not null then 0 end`;
  await connection.run(
    `insert into fact select ${id}, a.line, a.day, p.ordinal, a.counts_billed, a.counts_effective,
            ${factAmounts.map((n) => (n === 'tokens' ? tokens : parts(n))).join(', ')}
       from arrived a join profile p on p.key = a.profile_key order by a.day, a.line`,
  );
  await connection.run(monthsOf(id));
  if (tiny) await connection.run(`insert or replace into state values ('tiny', 'yes')`);
  await connection.run('drop table arrived');
}

/** The profiles of a load that are not here yet, with their tags taken apart. */
async function copyProfiles(
  connection: DuckDBConnection,
  organization: number,
  folder: string,
  load: number,
  month: string,
): Promise<void> {
  const file = path.join(folder, `profiles-${load}.csv`);
  const columns = ['key', 'tags', 'x_is_ai', 'x_tokens_per_unit', ...profileColumns];
  await copyOut(
    organization,
    file,
    `select profile_key, tags, x_is_ai, x_tokens_per_unit, ${profileColumns.join(', ')} from ${profilePartition(organization)}
      where profile_key in (select profile_key from ${chargePartition(month)} where load_id = ${load})`,
  );
  const first = `(select coalesce(max(ordinal), 0) from profile)`;
  await connection.run(
    `create or replace temp table arriving as
     select (${first} + row_number() over ())::integer as ordinal, f.key::uuid as key, f.tags, f.x_is_ai::boolean as x_is_ai, f.x_tokens_per_unit, ${profileColumns.map((c) => `f.${c}`).join(', ')}
       from ${csv(file, text(columns))} f where not exists (select 1 from profile p where p.key = f.key::uuid)`,
  );
  fs.rmSync(file);
  const tags = (await connection.runAndReadAll('select distinct tags from arriving where tags is not null')).getRowsJson() as [string][];
  const tagFile = path.join(folder, `tags-${load}.json`);
  const lines = tags.flatMap(([said]) => tagEntries(said).map(([key, value]) => JSON.stringify({ tags: said, key, value })));
  if (lines.length) {
    fs.writeFileSync(tagFile, `${lines.join('\n')}\n`);
    await connection.run(
      `insert into tag select a.ordinal, j.key, j.value
         from read_json('${tagFile.replaceAll("'", "''")}', format = 'newline_delimited', columns = ${text(['tags', 'key', 'value'])}) j
         join arriving a on a.tags = j.tags`,
    );
    fs.rmSync(tagFile);
  }
  await connection.run('insert into profile by name select * from arriving');
  await connection.run('drop table arriving');
}

/** A question's rows as CSV in a file, straight from PostgreSQL. Texts are quoted, so that a missing one and an empty one differ. */
async function copyOut(organization: number, file: string, select: string): Promise<void> {
  await withOrganization(organization, async (client) => {
    const rows = client.query(copyStreams.to(`copy (${select}) to stdout with (format csv)`));
    await pipeline(rows, fs.createWriteStream(file, { mode: 0o600 }));
  });
}
