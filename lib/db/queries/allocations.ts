import { query, type Sql, sql } from '../sql';

/** Changes whenever any allocation of the organisation does: for copies and answers that are kept. */
export async function allocationVersion(organization: number): Promise<string> {
  const rows = await query<{ dimension: string; version: bigint }>(
    organization,
    sql`select dimension, version from allocation_version where organization_id = ${organization} order by dimension`,
  );
  return rows.map((r) => `${r.dimension}.${r.version}`).join('_') || '0';
}

/** The dimensions that there are: one that was deleted owns nothing. */
export async function allocatedDimensions(organization: number): Promise<string[]> {
  const rows = await query<{ dimension: string }>(
    organization,
    sql`select key as dimension from allocation_dimension where organization_id = ${organization}`,
  );
  return rows.map((r) => r.dimension);
}

/**
 * What applies to one profile on one day, as value and rule_id, in at most one row: for a `lateral` join. What has no row is unallocated. It is looked up by its key
 * and not joined with all others: right after rules were saved the planner takes the table for empty, and would compare every profile with every other.
 */
export const allocationOn = (organization: number, dimension: string, profile: Sql, day: Sql): Sql =>
  sql`select value, rule_id from profile_allocation where organization_id = ${organization} and dimension = ${dimension} and profile_key = ${profile}
         and from_day <= ${day} and to_day > ${day} limit 1`;

/** What a connection is called while it allocates; how far it is stands behind it. */
export const allocationName = (organization: number): string => `headroom-allocates ${organization}`;

/** How many profiles an allocation that runs has asked, of how many; null while none does. */
export async function allocationProgress(organization: number): Promise<{ done: number; total: number } | null> {
  const name = allocationName(organization);
  const rows = await query<{ name: string }>(
    organization,
    sql`select application_name as name from pg_stat_activity where datname = current_database() and starts_with(application_name, ${`${name} `}) limit 1`,
  );
  const [done, total] = (rows[0]?.name.slice(name.length + 1) ?? '').split(' ').map(Number);
  return done === undefined || total === undefined ? null : { done, total };
}
