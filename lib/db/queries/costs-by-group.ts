import type { CostFilter } from '../../core/costs/cost-query';
import { type CostDimension, type CostMeasure, costDimensions } from '../../core/costs/dimensions';
import { query, raw, sql } from '../sql';
import { sliceFilter } from './slice-filter';

export interface CostGroup {
  group: Record<string, string | null>;
  currency: string;
  billed: string | null;
  effective: string | null;
  tokens: string | null;
  charges: string;
}

/** Cost per group over a period, each currency for itself. Only what counts: the days and measures that loads claim. */
export async function costsByGroup(
  organization: number,
  {
    groupBy,
    from,
    to,
    filters = [],
    measure = 'billed',
  }: {
    groupBy: readonly (CostDimension | 'day' | 'month')[];
    from: string;
    to: string;
    filters?: readonly CostFilter[] /** Whose charges are counted: of Azure's two exports each speaks for one measure. */;
    measure?: CostMeasure;
  },
): Promise<CostGroup[]> {
  const counting = measure === 'billed' ? sql`c.counts_billed` : sql`c.counts_effective`;
  const columns = groupBy.map((g, i) => {
    const expression = g === 'day' ? 'd.day::text' : g === 'month' ? `to_char(d.day, 'YYYY-MM')` : `s.${costDimensions[g].column}`;
    return { name: g, select: `${expression} as g${i}`, expression };
  });
  const list = columns.map((c) => `${c.select}, `).join('');
  const by = columns.map((c) => `${c.expression}, `).join('');
  const rows = await query<Record<string, string | null>>(
    organization,
    sql`select ${raw(list)} s.billing_currency as currency, sum(d.billed_cost) filter (where c.counts_billed)::text as billed,
               sum(d.effective_cost) filter (where c.counts_effective)::text as effective,
               sum(d.tokens) filter (where c.counts_billed)::text as tokens, coalesce(sum(d.charges) filter (where ${counting}), 0)::text as charges
          from load_claim c
          join cost_slice_daily d on d.organization_id = c.organization_id and d.load_id = c.load_id and d.day >= c.from_day and d.day < c.to_day
          join cost_slice s on s.organization_id = d.organization_id and s.slice_key = d.slice_key
         where c.organization_id = ${organization} and d.day >= ${from}::date and d.day < ${to}::date ${sliceFilter(filters)}
         group by ${raw(by)} s.billing_currency order by ${raw(by)} s.billing_currency`,
  );
  return rows.map((r) => ({
    group: Object.fromEntries(columns.map((c, i) => [c.name, r[`g${i}`] ?? null])),
    currency: String(r.currency),
    billed: r.billed ?? null,
    effective: r.effective ?? null,
    tokens: r.tokens ?? null,
    charges: String(r.charges),
  }));
}
