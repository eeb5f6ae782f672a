import fs from 'node:fs';
import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { allocationVersion } from '../queries/allocations';
import { query, sql } from '../sql';
import { takeAllocation } from './copy-allocation';
import { type ClaimedLoad, copyCharges, takeIn } from './copy-load';
import { changedMeters, type MeterChanges, takeMeanings } from './copy-meanings';
import { datedDimensions, precisionOf } from './explore-sql';
import { carriedTags } from './keyed-words';
import { widening } from './schema';
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
    else if (!running.has(organization)) {
      // nobody else began while this one looked
      const work = synchronise(organization, store).finally(() => {
        running.delete(organization);
        progress.delete(organization);
      });
      running.set(organization, work);
      await work; // and a look at what is there now: more may have come meanwhile
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
const claimedLoads = (organization: number): Promise<ClaimedLoad[]> =>
  query<ClaimedLoad>(
    organization,
    sql`select l.id as load, l.billing_period::text as month,
               md5(l.content_hash || ':' || l.rows || ':' || string_agg(c.from_day || ' ' || c.to_day || ' ' || c.counts_billed || ' ' || c.counts_effective, ',' order by c.from_day)) as signature
          from load_claim c join load l on l.id = c.load_id
         where c.organization_id = ${organization} and l.organization_id = ${organization} and l.dataset in ('cost', 'actual', 'amortized')
         group by l.id order by l.billing_period, l.id`,
  );

interface Difference {
  missing: ClaimedLoad[];
  gone: number[];
  /** The version of allocation that is to be taken over; null where it is here. */
  allocation: string | null;
  /** Meters that were taught or forgotten since; null where there are none. */
  meters: MeterChanges | null;
  /** All loads that count. */
  wanted: ClaimedLoad[];
}

async function difference(organization: number, connection: DuckDBConnection): Promise<Difference> {
  const version = await allocationVersion(organization);
  const taken = (await connection.runAndReadAll(`select value from state where name = 'allocation'`)).getRowsJson()[0]?.[0] ?? '0';
  const meters = await changedMeters(organization, connection);
  const wanted = await claimedLoads(organization);
  const rows = (await connection.runAndReadAll('select load, signature from synced')).getRowsJson() as [number, string][];
  const has = new Map(rows);
  const missing = wanted.filter((w) => has.get(w.load) !== w.signature);
  const kept = new Set(wanted.filter((w) => has.get(w.load) === w.signature).map((w) => w.load));
  return {
    missing,
    gone: [...has.keys()].filter((load) => !kept.has(load)),
    allocation: version === taken ? null : version,
    meters,
    wanted,
  };
}

/** One word for all that counts now: which days of which loads, for what, who owns them, and what was taught of their meters. */
async function ledgerVersion(organization: number): Promise<string> {
  const [row] = await query<{ version: string }>(
    organization,
    sql`select concat_ws(' ',
          (select md5(string_agg(load_id || ' ' || from_day || ' ' || to_day || ' ' || counts_billed || ' ' || counts_effective, ',' order by load_id, from_day))
             from load_claim where organization_id = ${organization}),
          (select md5(string_agg(dimension || ' ' || version, ',' order by dimension)) from allocation_version where organization_id = ${organization}),
          (select md5(string_agg(provider || ' ' || meter || ' ' || md5(meaning::text), ',' order by provider, meter))
             from taught_meter where organization_id = ${organization})) as version`,
  );
  return row?.version ?? '';
}

async function isCurrent(organization: number, store: ColumnarStore): Promise<boolean> {
  const version = await ledgerVersion(organization);
  if (store.held?.version === version) return true;
  return withConnection(store, async (connection) => {
    const { missing, gone, allocation, meters } = await difference(organization, connection);
    if (missing.length + gone.length > 0 || allocation !== null || meters !== null) return false;
    store.held = {
      version,
      precision: await precisionOf(connection),
      dated: await datedDimensions(connection),
      tags: await carriedTags(connection),
    };
    return true;
  });
}

/** An amount, or what a month of them adds up to, is more than the column holds. */
const isTooLarge = (e: unknown): boolean => e instanceof Error && /^(Conversion|Out of Range) Error/i.test(e.message);

async function synchronise(organization: number, store: ColumnarStore): Promise<void> {
  await withConnection(store, async (connection) => {
    const wide = (await connection.runAndReadAll(`select 1 from state where name = 'wide'`)).currentRowCount > 0;
    try {
      await takeDifference(organization, store, connection, wide);
    } catch (e) {
      if (wide || !isTooLarge(e)) throw e;
      for (const statement of widening) await connection.run(statement);
      await takeDifference(organization, store, connection, true);
    }
    await connection.run('checkpoint').catch(() => {}); // a reader may stand in the way; the next one does it
  });
}

async function takeDifference(organization: number, store: ColumnarStore, connection: DuckDBConnection, wide: boolean): Promise<void> {
  const folder = fs.mkdtempSync(path.join(store.scratch, 'sync-'));
  const { missing, gone, allocation, meters, wanted } = await difference(organization, connection);
  progress.set(organization, { loads: missing.length, done: 0 });
  await connection.run('begin');
  try {
    if (meters) {
      // whose unit counts other tokens now has its charges multiplied again
      const recounted = await takeMeanings(connection, organization, folder, meters);
      gone.push(...recounted.filter((load) => !gone.includes(load)));
      missing.push(...wanted.filter((w) => recounted.includes(w.load) && !missing.includes(w)));
    }
    const again = new Set(missing.map((m) => m.load));
    for (const load of gone) {
      // DuckDB takes no key again that the same transaction has deleted
      for (const table of again.has(load) ? ['fact', 'fact_month'] : ['fact', 'fact_month', 'synced'])
        await connection.run(`delete from ${table} where load = ${Math.trunc(load)}`);
    }
    // while DuckDB takes one load in, PostgreSQL writes the next one out
    let next = missing[0] && copyCharges(organization, folder, missing[0]);
    for (const [done, load] of missing.entries()) {
      progress.set(organization, { loads: missing.length, done });
      await next;
      const after = missing[done + 1];
      next = after && copyCharges(organization, folder, after);
      next?.catch(() => {}); // heard where it is awaited
      await takeIn(connection, organization, folder, load, wide);
      await connection.run('insert or replace into synced values ($1, $2)', [load.load, load.signature]);
    }
    if (allocation !== null || missing.length > 0) await takeAllocation(connection, organization, folder, allocation);
    await connection.run('commit');
  } catch (e) {
    await connection.run('rollback').catch(() => {});
    throw e;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
