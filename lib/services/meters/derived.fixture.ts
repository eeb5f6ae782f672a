import type { Actor } from '../../core/access/actor';
import { query, raw, sql } from '../../db/sql';

/** All that follows from meanings, with loads by their place, so that two organisations can be compared. */
export async function derived({ organizationId }: Actor) {
  const own = raw(`organization_id = ${Math.trunc(organizationId)}`);
  const place = raw('dense_rank() over (order by load_id)');
  const texts = async (columns: string, table: string) =>
    (
      await query<{ t: string }>(
        organizationId,
        sql`select (${raw(`row(${columns})`)})::text as t from (select *, ${place} as place from ${raw(table)} where ${own}) d order by 1`,
      )
    ).map((r) => r.t);
  const sums = (list: string) =>
    list
      .split(' ')
      .map((c) => `trim_scale(${c})`)
      .join(', ');
  const profiles = await query<Record<string, unknown>>(
    organizationId,
    sql`select * from charge_profile where ${own} order by profile_key`,
  );
  const slices = await query<Record<string, unknown>>(organizationId, sql`select * from cost_slice where ${own} order by slice_key`);
  const bare = (rows: Record<string, unknown>[]) => rows.map(({ organization_id: _, ...r }) => r);
  return {
    profiles: bare(profiles),
    slices: bare(slices),
    daily: await texts(
      `place, day, slice_key, ${sums('billed_cost effective_cost list_cost contracted_cost tokens')}, charges`,
      'cost_slice_daily',
    ),
    dimensions: await texts(
      `place, day, dimension, value, is_ai, billing_currency, ${sums('billed_cost effective_cost tokens')}, charges`,
      'cost_dimension_daily',
    ),
    models: await texts(
      `place, day, provider, account, account_name, resource, service, model, model_vendor, model_class, token_type, cache_ttl, modality, region, deployment, tier, context_band, lifecycle, team, charge_category, currency, ${sums('billed_cost effective_cost list_cost tokens quantity')}, unit, charges`,
      'model_cost_daily',
    ),
  };
}

/** Σ per load and currency of every rollup, and of the charges themselves. */
export async function sumsOf({ organizationId: id }: Actor) {
  const rows = await query<{ t: string }>(
    id,
    sql`select row('charges', c.load_id, p.billing_currency, trim_scale(sum(c.billed_cost)), trim_scale(sum(c.effective_cost)), count(*))::text as t
          from charge c join charge_profile p on p.organization_id = ${id} and p.profile_key = c.profile_key where c.organization_id = ${id} group by c.load_id, p.billing_currency
        union all select row('slices', d.load_id, s.billing_currency, trim_scale(sum(d.billed_cost)), trim_scale(sum(d.effective_cost)), sum(d.charges))::text
          from cost_slice_daily d join cost_slice s on s.organization_id = ${id} and s.slice_key = d.slice_key where d.organization_id = ${id} group by d.load_id, s.billing_currency
        union all select row('dimensions', d.load_id, d.dimension, d.billing_currency, trim_scale(sum(d.billed_cost)), trim_scale(sum(d.effective_cost)), sum(d.charges))::text
          from cost_dimension_daily d where d.organization_id = ${id} group by d.load_id, d.dimension, d.billing_currency
        union all select row('models', m.load_id, m.currency, trim_scale(sum(m.billed_cost)), trim_scale(sum(m.effective_cost)), sum(m.charges))::text
          from model_cost_daily m where m.organization_id = ${id} group by m.load_id, m.currency
        order by 1`,
  );
  return rows.map((r) => r.t);
}
