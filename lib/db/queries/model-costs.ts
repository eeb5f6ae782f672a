import { query, sql } from '../sql';

/** AI spend on the bills, summed by everything that names a price. Effective cost, exact decimals as text, one row per currency. */
export interface ModelCost {
  model: string | null;
  vendor: string | null;
  provider: string;
  region: string | null;
  deployment: string | null;
  tier: string | null;
  tokenType: string | null;
  currency: string;
  effective: string;
  list: string | null;
  /** Null where the bill counts no tokens. */
  tokens: string | null;
  firstDay: string;
  lastDay: string;
}

/** By model, channel, region, deployment, tier and token type over `[from, to)`. */
export const modelCosts = (organization: number, { from, to }: { from: string; to: string }): Promise<ModelCost[]> =>
  query<ModelCost>(
    organization,
    sql`select m.model, max(m.model_vendor) as vendor, m.provider, m.region, m.deployment, m.tier, m.token_type as "tokenType", m.currency,
               trim_scale(coalesce(sum(m.effective_cost), 0))::text as effective, trim_scale(sum(m.list_cost))::text as list, trim_scale(sum(m.tokens))::text as tokens,
               min(m.day)::text as "firstDay", max(m.day)::text as "lastDay"
          from load_claim c join model_cost_daily m on m.organization_id = c.organization_id and m.load_id = c.load_id and m.day >= c.from_day and m.day < c.to_day
         where c.organization_id = ${organization} and c.counts_effective and m.day >= ${from}::date and m.day < ${to}::date
         group by m.model, m.provider, m.region, m.deployment, m.tier, m.token_type, m.currency`,
  );

export interface ModelDay {
  day: string;
  model: string | null;
  provider: string;
  tokenType: string | null;
  currency: string;
  effective: string;
  tokens: string | null;
}

/** The same by day, coarser: for what is drawn. */
export const modelDays = (organization: number, { from, to }: { from: string; to: string }): Promise<ModelDay[]> =>
  query<ModelDay>(
    organization,
    sql`select m.day::text, m.model, m.provider, m.token_type as "tokenType", m.currency, trim_scale(coalesce(sum(m.effective_cost), 0))::text as effective,
               trim_scale(sum(m.tokens))::text as tokens
          from load_claim c join model_cost_daily m on m.organization_id = c.organization_id and m.load_id = c.load_id and m.day >= c.from_day and m.day < c.to_day
         where c.organization_id = ${organization} and c.counts_effective and m.day >= ${from}::date and m.day < ${to}::date
         group by 1, 2, 3, 4, 5 order by 1`,
  );
