import type pg from 'pg';
import { z } from 'zod';
import type { FxRate, MonthRate } from '../../core/fx/rate';
import type { Day } from '../../core/time/days';
import { query, raw, sql } from '../sql';

const columns = raw(`base, quote, day::text as day, trim_scale(rate)::text as rate, source`);

/** Rates between these currencies, published or agreed for days of `[from, to)`; of all currencies without them. */
export const listRates = (
  organization: number,
  { from, to, currencies }: { from: Day; to: Day; currencies?: readonly string[] },
): Promise<FxRate[]> =>
  query<FxRate>(
    organization,
    sql`select ${columns} from fx_rate
         where organization_id = ${organization} and day >= ${from}::date and day < ${to}::date
           and ${currencies ? sql`base = any(${currencies}::text[]) and quote = any(${currencies}::text[])` : sql`true`}`,
  );

/** The newest rates of these days, one pair or any. */
export const newestRates = (
  organization: number,
  { from, to, base, quote, limit }: { from: Day; to: Day; base: string | null; quote: string | null; limit: number },
): Promise<FxRate[]> =>
  query<FxRate>(
    organization,
    sql`select ${columns} from fx_rate
         where organization_id = ${organization} and day >= ${from}::date and day < ${to}::date
           and base = coalesce(${base}, base) and quote = coalesce(${quote}, quote)
         order by fx_rate.day desc, base, quote limit ${limit}`,
  );

/** How many rates there are, and for which days. */
export async function rateCoverage(organization: number): Promise<{ first: Day | null; last: Day | null; count: number }> {
  const [found] = await query<{ first: Day | null; last: Day | null; count: string }>(
    organization,
    sql`select min(day)::text as first, max(day)::text as last, count(*)::text as count from fx_rate where organization_id = ${organization}`,
  );
  return { first: found?.first ?? null, last: found?.last ?? null, count: Number(found?.count ?? 0) };
}

/** The currencies that a rate is known for. Steps over the index from pair to pair: a history has thousands of days for each. */
export async function ratedCurrencies(organization: number): Promise<string[]> {
  const pairs = await query<{ base: string; quote: string }>(
    organization,
    sql`with recursive pair as (
          (select base, quote from fx_rate where organization_id = ${organization} order by base, quote limit 1)
          union all
          select n.base, n.quote from pair p cross join lateral
            (select base, quote from fx_rate where organization_id = ${organization} and (base, quote) > (p.base, p.quote) order by base, quote limit 1) n)
        select base, quote from pair`,
  );
  return [...new Set(pairs.flatMap(({ base, quote }) => [base, quote]))].sort();
}

/** Writes rates; one of the same pair and day is replaced. */
export async function putRates(client: pg.ClientBase, organization: number, rates: readonly FxRate[]): Promise<void> {
  const of = (pick: (r: FxRate) => string) => rates.map(pick);
  await client.query(
    `insert into fx_rate (organization_id, base, quote, day, rate, source)
     select $1, r.base, r.quote, r.day::date, r.rate::numeric, r.source
       from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[]) as r(base, quote, day, rate, source)
     on conflict (organization_id, base, quote, day) do update set rate = excluded.rate, source = excluded.source`,
    [organization, of((r) => r.base), of((r) => r.quote), of((r) => r.day), of((r) => r.rate), of((r) => r.source)],
  );
}

export const deleteRate = (client: pg.ClientBase, organization: number, { base, quote, day, source }: Omit<FxRate, 'rate'>) =>
  client.query('delete from fx_rate where organization_id = $1 and base = $2 and quote = $3 and day = $4::date and source = $5', [
    organization,
    base,
    quote,
    day,
    source,
  ]);

/** What a closed month keeps, by the currency that is converted. */
const Frozen = z.record(
  z.string(),
  z.object({
    rate: z.string(),
    day: z.string(),
    source: z.string(),
    legs: z.array(z.object({ base: z.string(), quote: z.string(), day: z.string(), rate: z.string(), source: z.string() })),
  }),
);

/** The months that are closed, and what each of them is told with in one currency; no rates where none was known when it was closed. */
export async function closedMonths(organization: number, quote: string): Promise<Map<Day, MonthRate[]>> {
  const rows = await query<{ month: Day; rates: unknown }>(
    organization,
    sql`select m.month::text as month, c.rates from (select distinct month from fx_close where organization_id = ${organization}) m
          left join fx_close c on c.organization_id = ${organization} and c.month = m.month and c.quote = ${quote}`,
  );
  return new Map(
    rows.map(({ month, rates }) => [
      month,
      Object.entries(Frozen.parse(rates ?? {})).map(([base, r]) => ({ month, base, quote, ...r, closed: true })),
    ]),
  );
}

export interface CloseRow {
  month: Day;
  closedByName: string;
  closedAt: string;
}

/** Closed months, newest first, with who closed them. */
export const listCloses = async (organization: number): Promise<CloseRow[]> =>
  (
    await query<{ month: Day; name: string; at: Date }>(
      organization,
      sql`select month::text as month, min(closed_by_name) as name, min(closed_at) as at from fx_close
           where organization_id = ${organization} group by month order by month desc`,
    )
  ).map(({ month, name, at }) => ({ month, closedByName: name, closedAt: at.toISOString() }));

/** Keeps what a month is told with, for each currency it may be told in. */
export async function insertClose(
  client: pg.ClientBase,
  organization: number,
  { month, quotes, by }: { month: Day; quotes: ReadonlyMap<string, readonly MonthRate[]>; by: string },
): Promise<void> {
  const entries = [...quotes].map(([quote, rates]) => ({
    quote,
    rates: JSON.stringify(Object.fromEntries(rates.map(({ base, rate, day, source, legs }) => [base, { rate, day, source, legs }]))),
  }));
  await client.query(
    `insert into fx_close (organization_id, month, quote, rates, closed_by_name)
     select $1, $2::date, c.quote, c.rates::jsonb, $3 from unnest($4::text[], $5::text[]) as c(quote, rates)`,
    [organization, month, by, entries.map((e) => e.quote), entries.map((e) => e.rates)],
  );
}

export const deleteClose = (client: pg.ClientBase, organization: number, month: Day) =>
  client.query('delete from fx_close where organization_id = $1 and month = $2::date', [organization, month]);

/** One change of rates or closed months at a time: what was previewed is what is saved. */
export const lockCurrencies = (client: pg.ClientBase, organization: number) =>
  client.query('select 1 from organization where id = $1 for no key update', [organization]);

export const setReportingCurrency = (client: pg.ClientBase, organization: number, currency: string | null) =>
  client.query('update organization set reporting_currency = $2 where id = $1', [organization, currency]);

export async function reportingCurrencyOf(organization: number): Promise<string | null> {
  const [row] = await query<{ currency: string | null }>(
    organization,
    sql`select reporting_currency as currency from organization where id = ${organization}`,
  );
  return row?.currency ?? null;
}

/** The currencies that any bill of this organisation is in. */
export const billingCurrencies = async (organization: number): Promise<string[]> =>
  (
    await query<{ currency: string }>(
      organization,
      sql`select distinct billing_currency as currency from cost_slice where organization_id = ${organization} order by 1`,
    )
  ).map((r) => r.currency);

export interface MonthSum {
  month: Day;
  currency: string;
  amount: string;
}

/** Effective cost of every month by its billing currency. */
export const costByMonth = (organization: number): Promise<MonthSum[]> =>
  query<MonthSum>(
    organization,
    sql`select date_trunc('month', d.day)::date::text as month, d.billing_currency as currency, sum(d.effective_cost)::text as amount
          from load_claim c
          join cost_dimension_daily d on d.organization_id = c.organization_id and d.load_id = c.load_id and d.day >= c.from_day and d.day < c.to_day
         where c.organization_id = ${organization} and c.counts_effective and d.dimension = 'provider'
         group by 1, 2 having sum(d.effective_cost) is not null order by 1 desc, 2`,
  );
