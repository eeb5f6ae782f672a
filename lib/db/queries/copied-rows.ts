import { query, sql } from '../sql';

/** Rows that running COPYs into the ledger's charges have taken so far, as PostgreSQL reports them. */
export async function copiedRows(organization: number): Promise<number> {
  const rows = await query<{ n: string }>(
    organization,
    sql`select coalesce(sum(p.tuples_processed), 0)::text as n from pg_stat_progress_copy p join pg_class c on c.oid = p.relid
         where p.datname = current_database() and c.relname like 'charge\\_2%'`,
  );
  return Number(rows[0]?.n ?? 0);
}
