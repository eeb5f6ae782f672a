import type { Range } from '../../core/time/period';
import { meterText } from '../loading/re-enrich';
import { query, raw, sql } from '../sql';

/** One way in which a meter that nobody recognised stands on the bills of a period. Exact decimals as text. */
export interface OddMeter {
  provider: string;
  /** As delivered. */
  text: string | null;
  /** Which column of the bill that is. */
  column: 'SkuMeter' | 'ChargeDescription' | 'SkuId' | null;
  service: string | null;
  unit: string | null;
  currency: string;
  model: string | null;
  tokenType: string | null;
  isSuspect: boolean;
  effective: string | null;
  quantity: string | null;
  charges: string;
  firstDay: string;
  lastDay: string;
}

/** AI spend whose model or kind of token should be known and is not, or whose unit gives impossible prices. */
export async function oddMeters(organization: number, { from, to }: Range): Promise<OddMeter[]> {
  const odd = raw(`p.x_is_ai and (p.x_model_class = 'unclassified' or p.x_scale_suspect)`);
  const months = await query<{ month: string }>(
    organization,
    sql`select distinct l.billing_period::text as month from load_claim c join load l on l.id = c.load_id
         where c.organization_id = ${organization} and c.from_day < ${to}::date and c.to_day > ${from}::date and c.counts_effective
           and exists (select 1 from charge_profile p where p.organization_id = ${organization} and ${odd})`,
  );
  if (months.length === 0) return [];
  return query<OddMeter>(
    organization,
    sql`with used as materialized (
          select x.profile_key, sum(x.effective_cost) as effective, sum(x.consumed_quantity) as quantity, count(*) as charges,
                 min(x.charge_period_start) as first, max(x.charge_period_start) as last
            from load_claim c
            join charge x on x.load_id = c.load_id and x.charge_period_start >= c.from_day::timestamp at time zone 'UTC'
                         and x.charge_period_start < c.to_day::timestamp at time zone 'UTC'
           where c.organization_id = ${organization} and x.organization_id = ${organization} and c.counts_effective
             and x.billing_period = any(${months.map((m) => m.month)}::date[])
             and x.charge_period_start >= ${from}::date::timestamp at time zone 'UTC' and x.charge_period_start < ${to}::date::timestamp at time zone 'UTC'
             and x.profile_key in (select p.profile_key from charge_profile p where p.organization_id = ${organization} and ${odd})
           group by 1)
        select p.x_provider as provider, ${raw(meterText)} as text,
               case when p.sku_meter <> '' then 'SkuMeter' when p.charge_description <> '' then 'ChargeDescription' when p.sku_id <> '' then 'SkuId' end as column,
               p.x_service_name as service, coalesce(p.consumed_unit, p.pricing_unit) as unit, coalesce(p.billing_currency, '-') as currency, p.x_model as model,
               p.x_token_type as "tokenType", p.x_scale_suspect as "isSuspect", trim_scale(sum(u.effective))::text as effective,
               trim_scale(sum(u.quantity))::text as quantity, sum(u.charges)::text as charges,
               (min(u.first) at time zone 'UTC')::date::text as "firstDay", (max(u.last) at time zone 'UTC')::date::text as "lastDay"
          from used u join charge_profile p on p.organization_id = ${organization} and p.profile_key = u.profile_key
         group by 1, 2, 3, 4, 5, 6, 7, 8, 9`,
  );
}

/** AI spend of a period by provider and currency, and what of it is on meters that are not recognised. */
export const aiSpendByProvider = (
  organization: number,
  { from, to }: Range,
): Promise<{ provider: string; currency: string; effective: string; unrecognised: string }[]> =>
  query(
    organization,
    sql`select s.provider, s.billing_currency as currency, trim_scale(coalesce(sum(d.effective_cost), 0))::text as effective,
               trim_scale(coalesce(sum(d.effective_cost) filter (where s.model_class = 'unclassified'), 0))::text as unrecognised
          from load_claim c
          join cost_slice_daily d on d.organization_id = c.organization_id and d.load_id = c.load_id and d.day >= c.from_day and d.day < c.to_day
          join cost_slice s on s.organization_id = d.organization_id and s.slice_key = d.slice_key
         where c.organization_id = ${organization} and c.counts_effective and s.is_ai and d.day >= ${from}::date and d.day < ${to}::date
         group by 1, 2 order by 1, 2`,
  );

/** The models that the bills name, for suggestions. */
export const billedModels = async (organization: number): Promise<string[]> =>
  (
    await query<{ model: string }>(
      organization,
      sql`select distinct model from cost_slice where organization_id = ${organization} and model is not null order by 1`,
    )
  ).map((r) => r.model);
