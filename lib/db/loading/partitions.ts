import type pg from 'pg';
import { addMonths } from '../../core/time/days';
import { withOrganization } from '../sql';

/** The partition of an organisation's profiles. COPY goes to the partition itself, since row-level security stands on the parent. */
export const profilePartition = (organization: number): string => `charge_profile_o${Math.trunc(organization)}`;

/** The partition of a billing month's charges, `charge_2026_10`. `month` is `YYYY-MM-01`. */
export function chargePartition(month: string): string {
  if (!/^\d{4}-\d{2}-01$/.test(month)) throw new Error(`not the first day of a month: ${month}`);
  return `charge_${month.slice(0, 4)}_${month.slice(5, 7)}`;
}

/**
 * The statement that makes a partition where there is none. It is attached, and not made in place: that would wait for every reader who has begun
 * and not ended, and whoever comes later would wait for it.
 */
export const attached = (table: string, name: string, values: string): string => `do $$ begin if to_regclass('${name}') is null then
    create table ${name} (like ${table} including defaults including constraints);
    alter table ${table} attach partition ${name} for values ${values};
  end if; end $$;`;

/** Called once when an organisation is made. */
export async function ensureLedgerPartitions(organizationId: number): Promise<void> {
  const id = Math.trunc(organizationId);
  await withOrganization(id, (client) =>
    withPartitionLock(client, () => client.query(attached('charge_profile', profilePartition(id), `in (${id})`))),
  );
}

/** Makes the partition of a billing month if it is not there. A BRIN index costs a COPY next to nothing: a load lies together on disk. */
export async function ensureChargePartition(client: pg.ClientBase, month: string): Promise<void> {
  const name = chargePartition(month);
  const found = await client.query('select to_regclass($1) is not null as found', [name]);
  if (found.rows[0]?.found) return;
  await withPartitionLock(client, async () => {
    await client.query(attached('charge', name, `from ('${month}') to ('${addMonths(month, 1)}')`));
    await client.query(
      `create index if not exists ${name}_brin on ${name} using brin (load_id, charge_period_start) with (pages_per_range = 32, autosummarize = on)`,
    );
  });
}

async function withPartitionLock(client: pg.ClientBase, work: () => Promise<unknown>): Promise<void> {
  await client.query("select pg_advisory_lock(hashtext('headroom.partitions'))");
  try {
    await work();
  } finally {
    await client.query("select pg_advisory_unlock(hashtext('headroom.partitions'))");
  }
}
