import type { CostFilter } from '../../core/costs/cost-query';
import { query, type Sql, sql } from '../sql';
import { costsByGroup } from './costs-by-group';
import { sliceFilter } from './slice-filter';

export interface ChargeRow {
  loadId: number;
  line: string;
  profileKey: string;
  day: string;
  end: string;
  provider: string;
  service: string | null;
  description: string | null;
  resource: string | null;
  subAccount: string | null;
  model: string | null;
  tokenType: string | null;
  region: string | null;
  team: string | null;
  category: string | null;
  currency: string;
  billed: string | null;
  effective: string | null;
  quantity: string | null;
  unit: string | null;
}

export interface ChargesOf {
  filters: readonly CostFilter[];
  from: string;
  to: string;
  measure: 'effective' | 'billed';
}

/** ` from … where …` of the charges that count: found by their load and time (BRIN) and by the profiles of the slices that the filter leaves. */
export function countedCharges(organization: number, { filters, from, to, measure }: ChargesOf): Sql {
  const counts = measure === 'effective' ? sql`c.counts_effective` : sql`c.counts_billed`;
  return sql` from load_claim c
          join load l on l.id = c.load_id
          join charge x on x.billing_period = l.billing_period and x.load_id = c.load_id
                       and x.charge_period_start >= greatest(c.from_day, ${from}::date) and x.charge_period_start < least(c.to_day, ${to}::date)
          join charge_profile p on p.organization_id = ${organization} and p.profile_key = x.profile_key
          join cost_slice s on s.organization_id = ${organization} and s.slice_key = p.slice_key
         where c.organization_id = ${organization} and x.organization_id = ${organization} and ${counts} ${sliceFilter(filters)}`;
}

export interface ChargeTotal {
  currency: string;
  charges: number;
  /** Null where none of them has a cost in this measure. */
  amount: string | null;
}

/** How many charges a view has and what they add up to, each currency for itself, the one with most of them first. */
export async function chargeTotals(organization: number, { filters, from, to, measure }: ChargesOf): Promise<ChargeTotal[]> {
  const groups = await costsByGroup(organization, { groupBy: [], from, to, filters, measure });
  return groups
    .map((g) => ({ currency: g.currency, charges: Number(g.charges), amount: g[measure] }))
    .filter((t) => t.charges > 0)
    .sort((a, b) => b.charges - a.charges || (a.currency < b.currency ? -1 : 1));
}

/** Charges that count, largest first. */
export function charges(
  organization: number,
  { limit, offset, ...ask }: ChargesOf & { limit: number; offset: number },
): Promise<ChargeRow[]> {
  const amount = ask.measure === 'effective' ? sql`x.effective_cost` : sql`x.billed_cost`;
  return query<ChargeRow>(
    organization,
    sql`select x.load_id as "loadId", x.line::text as line, p.profile_key as "profileKey", (x.charge_period_start at time zone 'UTC')::date::text as day,
               x.charge_period_end::text as end, p.x_provider as provider, p.x_service_name as service, p.charge_description as description,
               coalesce(p.resource_name, p.resource_id) as resource, coalesce(p.sub_account_name, p.sub_account_id) as "subAccount", p.x_model as model,
               p.x_token_type as "tokenType", p.x_region as region, p.x_team as team, p.charge_category as category, p.billing_currency as currency,
               x.billed_cost::text as billed, x.effective_cost::text as effective, x.consumed_quantity::text as quantity, p.consumed_unit as unit
          ${countedCharges(organization, ask)}
         order by abs(${amount}) desc nulls last, x.load_id, x.line limit ${limit} offset ${offset}`,
  );
}

/** Everything that is known of one charge: its FOCUS columns, what enrichment concluded, the load and the line it came from. */
export async function chargeDetail(
  organization: number,
  loadId: number,
  line: string,
  profileKey: string,
): Promise<Record<string, unknown> | null> {
  const rows = await query<{ detail: Record<string, unknown> }>(
    organization,
    sql`select to_jsonb(p) - 'organization_id' - 'slice_key' || jsonb_build_object(
                 'billed_cost', x.billed_cost::text, 'effective_cost', x.effective_cost::text, 'list_cost', x.list_cost::text,
                 'contracted_cost', x.contracted_cost::text, 'consumed_quantity', x.consumed_quantity::text, 'pricing_quantity', x.pricing_quantity::text,
                 'list_unit_price', x.list_unit_price::text, 'contracted_unit_price', x.contracted_unit_price::text,
                 'charge_period_start', x.charge_period_start, 'charge_period_end', x.charge_period_end, 'billing_period_start', x.billing_period,
                 'x_load', l.id, 'x_line', x.line, 'x_file', i.file_name, 'x_source', s.name) as detail
          from load l
          join charge x on x.billing_period = l.billing_period and x.load_id = l.id
          join charge_profile p on p.organization_id = ${organization} and p.profile_key = x.profile_key
          join import i on i.id = l.import_id
          join source s on s.id = l.source_id
         where l.organization_id = ${organization} and l.id = ${loadId} and x.organization_id = ${organization} and x.line = ${line}::bigint
           and x.profile_key = ${profileKey}::uuid limit 1`,
  );
  return rows[0]?.detail ?? null;
}
