import type { CostCell, CostCube } from '../../core/budgets/cube';
import { cubeDimensions } from '../../core/budgets/cube';
import type { SourceReach } from '../../core/budgets/freshness';
import { type CostDimension, costDimensions } from '../../core/costs/dimensions';
import { join, query, raw, sql } from '../sql';

/** Every slice that counts since a day, with its sums by day. What a load claims for one measure is counted for that measure only. */
export async function costCube(organization: number, from: string): Promise<CostCube> {
  const [cells, slices] = await Promise.all([
    query<Omit<CostCell, 'slice'> & { key: string }>(
      organization,
      sql`select d.slice_key as key, d.day::text as day, sum(d.billed_cost) filter (where c.counts_billed)::text as billed,
                 sum(d.effective_cost) filter (where c.counts_effective)::text as effective,
                 sum(d.tokens) filter (where c.counts_billed)::text as tokens, sum(d.charges)::float8 as charges
            from load_claim c
            join cost_slice_daily d on d.organization_id = c.organization_id and d.load_id = c.load_id and d.day >= c.from_day and d.day < c.to_day
           where c.organization_id = ${organization} and d.day >= ${from}::date group by 1, 2`,
    ),
    query<Record<string, string | null>>(
      organization,
      sql`select s.slice_key, s.billing_currency, ${join(cubeDimensions.map((d, i) => raw(`s.${costDimensions[d].column} as d${i}`)))}
            from cost_slice s where s.organization_id = ${organization}`,
    ),
  ]);
  const place = new Map(slices.map((s, i) => [s.slice_key, i]));
  return {
    slices: slices.map((s) => ({
      currency: String(s.billing_currency),
      values: Object.fromEntries(cubeDimensions.map((d, i) => [d, s[`d${i}`] ?? null])) as CostCube['slices'][number]['values'],
    })),
    // into the rows themselves: a copy of half a million of them takes a second
    cells: cells.filter((c) => place.has(c.key)).map((c) => Object.assign(c, { slice: place.get(c.key) ?? -1 })),
  };
}

/** Every value that any charge has in these dimensions. */
export async function knownValues(organization: number, dimensions: readonly CostDimension[]): Promise<Map<CostDimension, string[]>> {
  const found = await Promise.all(
    dimensions.map((d) =>
      query<{ value: string }>(
        organization,
        sql`select distinct ${raw(costDimensions[d].column)} as value from cost_slice
             where organization_id = ${organization} and ${raw(costDimensions[d].column)} is not null order by 1`,
      ),
    ),
  );
  return new Map(dimensions.map((d, i) => [d, (found[i] ?? []).map((r) => r.value)]));
}

/** How far the bills of each source reach, by the accounts in them. */
export const sourceReaches = (organization: number): Promise<SourceReach[]> =>
  query<SourceReach>(
    organization,
    sql`select l.source_id as "sourceId", l.provider, l.billing_account_id as account,
               max(least(c.to_day, (l.charge_to at time zone 'UTC')::date)) filter (where c.counts_billed)::text as billed,
               max(least(c.to_day, (l.charge_to at time zone 'UTC')::date)) filter (where c.counts_effective)::text as effective
          from load_claim c join load l on l.id = c.load_id where c.organization_id = ${organization} group by 1, 2, 3 order by 1, 2, 3`,
  );

/** The day after the newest one that counts, over all sources. Null when nothing was loaded. */
export async function ledgerCompleteTo(organization: number): Promise<string | null> {
  const [row] = await query<{ day: string | null }>(
    organization,
    sql`select max(least(c.to_day, (l.charge_to at time zone 'UTC')::date))::text as day
          from load_claim c join load l on l.id = c.load_id where c.organization_id = ${organization} and c.counts_effective`,
  );
  return row?.day ?? null;
}
