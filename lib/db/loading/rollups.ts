import type pg from 'pg';
import { rolledDimensions } from '../../core/costs/dimensions';
import { chargePartition, profilePartition } from './partitions';

/** Sums the charges of these loads by day and slice, and the slices by day and one dimension each. Exact: numeric from end to end. */
export async function rollUp(
  client: pg.ClientBase,
  organization: number,
  loads: readonly number[],
  months: readonly string[],
): Promise<void> {
  await sumSlices(client, organization, loads, months);
  await sumDimensions(client, organization, loads);
}

/** The charges by day and slice, and the slices that are new. `only` is a condition on profiles (`p`). */
export async function sumSlices(
  client: pg.ClientBase,
  organization: number,
  loads: readonly number[],
  months: readonly string[],
  only = 'true',
): Promise<void> {
  const profiles = profilePartition(organization);
  for (const month of months)
    await client.query(
      `insert into cost_slice_daily (organization_id, load_id, day, slice_key, billed_cost, effective_cost, list_cost, contracted_cost, tokens, charges)
       select $1, c.load_id, (c.charge_period_start at time zone 'UTC')::date, p.slice_key, sum(c.billed_cost), sum(c.effective_cost), sum(c.list_cost),
              sum(c.contracted_cost), sum(c.consumed_quantity * p.x_tokens_per_unit), count(*)
         from ${chargePartition(month)} c join ${profiles} p on p.organization_id = $1 and p.profile_key = c.profile_key
        where c.load_id = any($2) and ${only} group by 2, 3, 4`,
      [organization, loads],
    );
  await client.query(
    `insert into cost_slice (organization_id, slice_key, provider, billing_account_id, sub_account_id, service_name, service_category, model, model_vendor,
                             token_type, region, team, charge_category, billing_currency, is_ai, model_class)
     select distinct on (p.slice_key) $1, p.slice_key, p.x_provider, p.billing_account_id, coalesce(p.sub_account_name, p.sub_account_id), p.x_service_name,
            p.x_service_category, p.x_model, p.x_model_vendor, p.x_token_type, p.x_region, p.x_team, p.charge_category, coalesce(p.billing_currency, '-'),
            p.x_is_ai, p.x_model_class
       from ${profiles} p where p.organization_id = $1
        and p.slice_key in (select slice_key from cost_slice_daily where load_id = any($2)
                            except select slice_key from cost_slice where organization_id = $1)
     on conflict do nothing`,
    [organization, loads],
  );
}

/** The slices of these loads by day and one dimension each. */
export async function sumDimensions(client: pg.ClientBase, organization: number, loads: readonly number[]): Promise<void> {
  const values = rolledDimensions.map((d) => `('${d}', s.${d})`).join(', ');
  await client.query(
    `insert into cost_dimension_daily (organization_id, load_id, day, dimension, value, is_ai, billing_currency, billed_cost, effective_cost, tokens, charges)
     select $1, d.load_id, d.day, v.dimension, v.value, s.is_ai, s.billing_currency, sum(d.billed_cost), sum(d.effective_cost), sum(d.tokens), sum(d.charges)
       from cost_slice_daily d join cost_slice s on s.organization_id = $1 and s.slice_key = d.slice_key
      cross join lateral (values ${values}) as v(dimension, value)
      where d.organization_id = $1 and d.load_id = any($2) group by 2, 3, 4, 5, 6, 7`,
    [organization, loads],
  );
}

/**
 * Sums the AI charges of these loads by day and everything that names a model's price. Most of a cloud bill is no AI and is passed over. `only` is a
 * condition on profiles (`p`). First by profile, which is one short key, then by all that they have in common: 22 texts are compared a few times, and
 * not for each charge.
 */
export async function rollUpModels(
  client: pg.ClientBase,
  organization: number,
  loads: readonly number[],
  months: readonly string[],
  only = 'true',
): Promise<void> {
  const profiles = profilePartition(organization);
  for (const month of months)
    await client.query(
      `insert into model_cost_daily (organization_id, load_id, day, provider, account, account_name, resource, service, model, model_vendor, model_class,
              token_type, cache_ttl, modality, region, deployment, tier, context_band, lifecycle, team, charge_category, currency, billed_cost,
              effective_cost, list_cost, tokens, quantity, unit, charges)
       select $1, c.load_id, c.day, p.x_provider, coalesce(p.sub_account_id, p.billing_account_id),
              coalesce(p.sub_account_name, p.sub_account_id, p.billing_account_name, p.billing_account_id), coalesce(p.resource_name, p.resource_id),
              p.x_service_name, p.x_model, p.x_model_vendor, p.x_model_class, p.x_token_type, p.x_cache_ttl, p.x_modality, p.x_region,
              p.x_deployment_type, p.x_service_tier, p.x_context_band, p.x_lifecycle, p.x_team, p.charge_category, coalesce(p.billing_currency, '-'),
              sum(c.billed_cost), sum(c.effective_cost), sum(c.list_cost), sum(c.quantity * p.x_tokens_per_unit), sum(c.quantity), p.consumed_unit,
              sum(c.charges)
         from (select c.load_id, (c.charge_period_start at time zone 'UTC')::date as day, c.profile_key, sum(c.billed_cost) as billed_cost,
                      sum(c.effective_cost) as effective_cost, sum(c.list_cost) as list_cost, sum(c.consumed_quantity) as quantity, count(*) as charges
                 from ${chargePartition(month)} c join ${profiles} p on p.organization_id = $1 and p.profile_key = c.profile_key
                where p.x_is_ai and c.load_id = any($2) and ${only} group by 1, 2, 3) c
         join ${profiles} p on p.organization_id = $1 and p.profile_key = c.profile_key
        group by 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, p.consumed_unit`,
      [organization, loads],
    );
}
