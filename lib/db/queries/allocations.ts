import { query, type Sql, sql } from '../sql';

/** Changes whenever any allocation of the organisation does: for copies and answers that are kept. */
export async function allocationVersion(organization: number): Promise<string> {
  const rows = await query<{ dimension: string; version: bigint }>(
    organization,
    sql`select dimension, version from allocation_version where organization_id = ${organization} order by dimension`,
  );
  return rows.map((r) => `${r.dimension}.${r.version}`).join('_') || '0';
}

/**
 * Who owns what, as rows of (profile_key, dimension, from_day, to_day, value, rule_id): a value applies on the days of `[from_day, to_day)`. What has
 * no row is unallocated. Of one dimension, or of all.
 */
export const allocationSelect = (organization: number, dimension?: string): Sql =>
  sql`select profile_key, dimension, from_day, to_day, value, rule_id from profile_allocation
       where organization_id = ${organization} ${dimension === undefined ? sql`` : sql`and dimension = ${dimension}`}`;
