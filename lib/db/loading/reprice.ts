import type { PricedTokens } from '../../core/pricing/types';
import type { Deployment, ServiceTier } from '../../core/usage/channels';
import { type TokenCounts, tokenKinds } from '../../core/usage/tokens';
import { inTransaction, join, query, raw, sql } from '../sql';
import { markDirty } from './events';

/** What a price is made of, of an event that is there already. */
export interface StoredUse {
  key: string;
  source: string;
  channel: string | null;
  model: string | null;
  region: string | null;
  deployment: Deployment | null;
  tier: ServiceTier;
  requests: number;
  outcome: boolean | null;
  tokens: TokenCounts;
  listCost: string | null;
  listCurrency: string | null;
  state: number;
}

/** The days of `[from, to)` on which something was used. */
export const daysOfUse = async (organization: number, { from, to }: { from: string; to: string }): Promise<string[]> =>
  (
    await query<{ day: string }>(
      organization,
      sql`select distinct (hour at time zone 'UTC')::date::text as day from usage_hourly where organization_id = ${organization}
           and hour >= ${from}::date::timestamp at time zone 'UTC' and hour < ${to}::date::timestamp at time zone 'UTC' order by 1`,
    )
  ).map((r) => r.day);

/** Every event of a day with the price it has. */
export async function eventsOfDay(organization: number, day: string): Promise<StoredUse[]> {
  const rows = await query<Record<string, string | bigint | boolean | number | null>>(
    organization,
    sql`select e.event_key as key, p.source, p.channel, p.model, p.region, p.deployment, p.tier, e.requests, e.outcome, e.list_cost as "listCost",
               e.list_currency as "listCurrency", e.price_state as state, ${join(tokenKinds.map((k) => raw(`e.${k}`)))}
          from usage_event e join usage_profile p on p.organization_id = e.organization_id and p.profile_key = e.profile_key
         where e.organization_id = ${organization} and e.day = ${day}::date`,
  );
  return rows.map((r) => ({
    ...(r as unknown as StoredUse),
    requests: Number(r.requests),
    tokens: Object.fromEntries(tokenKinds.flatMap((k) => (r[k] === null ? [] : [[k, Number(r[k])]]))),
  }));
}

const states = { unpriced: 0, partly: 1, priced: 2 } as const;

/** Gives events of a day other list prices, and has the day summed again. */
export async function setPrices(
  organization: number,
  day: string,
  changes: readonly { key: string; price: PricedTokens }[],
): Promise<void> {
  if (changes.length === 0) return;
  await inTransaction(organization, async (client) => {
    await client.query(
      `update usage_event e set list_cost = n.cost, list_currency = n.currency, price_state = n.state
         from unnest($3::uuid[], $4::numeric[], $5::text[], $6::smallint[]) as n(key, cost, currency, state)
        where e.organization_id = $1 and e.day = $2 and e.event_key = n.key`,
      [
        organization,
        day,
        changes.map((c) => c.key),
        changes.map((c) => c.price.amount),
        changes.map((c) => (c.price.amount === null ? null : c.price.currency)),
        changes.map((c) => states[c.price.state]),
      ],
    );
    await markDirty(client, organization, [day]);
  });
}

export const stateOf = (price: PricedTokens): number => states[price.state];
