import { query, sql } from '../sql';

/** A line of the bills for AI with what events explain of it. `invoice` = `attributed` + `idle` + `unattributed`, exactly. */
export interface UnattributedRow {
  provider: string;
  account: string | null;
  accountName: string | null;
  resource: string | null;
  model: string | null;
  tier: string | null;
  currency: string;
  invoice: string;
  attributed: string;
  /** Provisioned hours in which nothing was called. */
  idle: string;
  unattributed: string;
  firstDay: string;
  lastDay: string;
}

/** AI spend by account, resource, model and tier over `[from, to)`: what is billed, and what of it no event explains. Of one tier alone where it is named. */
export const unattributedCosts = (
  organization: number,
  { from, to, tier = null }: { from: string; to: string; tier?: string | null },
): Promise<UnattributedRow[]> =>
  query<UnattributedRow>(
    organization,
    sql`with billed as (
          select m.provider, m.account, max(m.account_name) as account_name, m.resource, m.model, m.tier, m.currency, sum(m.effective_cost) as invoice,
                 min(m.day) as first_day, max(m.day) as last_day
            from load_claim c join model_cost_daily m on m.organization_id = c.organization_id and m.load_id = c.load_id and m.day >= c.from_day and m.day < c.to_day
           where c.organization_id = ${organization} and c.counts_effective and m.day >= ${from}::date and m.day < ${to}::date
             and (${tier}::text is null or m.tier = ${tier}::text)
           group by m.provider, m.account, m.resource, m.model, m.tier, m.currency),
        explained as (
          select provider, account, resource, model, tier, currency, sum(attributed) as attributed, sum(idle) as idle from usage_attribution
           where organization_id = ${organization} and day >= ${from}::date and day < ${to}::date group by 1, 2, 3, 4, 5, 6)
        select b.provider, b.account, b.account_name as "accountName", b.resource, b.model, b.tier, b.currency, trim_scale(coalesce(b.invoice, 0))::text as invoice,
               trim_scale(coalesce(e.attributed, 0))::text as attributed, trim_scale(coalesce(e.idle, 0))::text as idle,
               trim_scale(coalesce(b.invoice, 0) - coalesce(e.attributed, 0) - coalesce(e.idle, 0))::text as unattributed,
               b.first_day::text as "firstDay", b.last_day::text as "lastDay"
          from billed b left join explained e
            on e.provider = b.provider and e.account is not distinct from b.account and e.resource is not distinct from b.resource
           and e.model is not distinct from b.model and e.tier is not distinct from b.tier and e.currency = b.currency
         where coalesce(b.invoice, 0) <> 0
         order by abs(coalesce(b.invoice, 0) - coalesce(e.attributed, 0) - coalesce(e.idle, 0)) desc, 1, 2, 3, 4`,
  );

export interface WithoutInvoice {
  channel: string | null;
  account: string | null;
  model: string | null;
  events: string;
  requests: string;
  tokens: string;
  listCost: string | null;
  listCurrency: string | null;
}

/** The other side: events that no bill pays for, by channel, account and model. */
export const eventsWithoutInvoice = (organization: number, { from, to }: { from: string; to: string }): Promise<WithoutInvoice[]> =>
  query<WithoutInvoice>(
    organization,
    sql`select channel, account, model, sum(events)::text as events, sum(requests)::text as requests, sum(input + cached_input + cache_write_5m + cache_write_1h
               + output + reasoning + input_audio + output_audio + input_image + output_image)::text as tokens, trim_scale(sum(list_cost))::text as "listCost",
               list_currency as "listCurrency"
          from usage_hourly where organization_id = ${organization} and currency is null and hour >= ${from}::date::timestamp at time zone 'UTC'
           and hour < ${to}::date::timestamp at time zone 'UTC'
         group by channel, account, model, list_currency order by sum(list_cost) desc nulls last, sum(events) desc limit 200`,
  );

export interface UnpricedUse {
  channel: string | null;
  model: string | null;
  tier: string;
  region: string | null;
  deployment: string | null;
  unpriced: string;
  partly: string;
  requests: string;
  tokens: string;
  /** The days of the first and of the last of them. */
  firstDay: string;
  lastHour: string;
}

/** Events without a list price, or with part of one, by what a price is looked up by. */
export const unpricedUse = (organization: number, { from, to }: { from: string; to: string }): Promise<UnpricedUse[]> =>
  query<UnpricedUse>(
    organization,
    sql`select channel, model, tier, region, deployment, sum(unpriced)::text as unpriced, sum(partly)::text as partly, sum(requests)::text as requests,
               sum(input + cached_input + cache_write_5m + cache_write_1h + output + reasoning + input_audio + output_audio + input_image + output_image)::text as tokens,
               (min(hour) at time zone 'UTC')::date::text as "firstDay", (max(hour) at time zone 'UTC')::date::text as "lastHour"
          from usage_hourly where organization_id = ${organization} and (unpriced > 0 or partly > 0) and hour >= ${from}::date::timestamp at time zone 'UTC'
           and hour < ${to}::date::timestamp at time zone 'UTC'
         group by 1, 2, 3, 4, 5 order by sum(unpriced) + sum(partly) desc limit 200`,
  );
