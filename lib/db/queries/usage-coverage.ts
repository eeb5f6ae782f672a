import { query, sql } from '../sql';

/** How much of the bills for AI events explain. `effective` = `attributed` + `idle` + what no event explains; `inTasks` is a part of `attributed`. */
export interface UsageCoverage {
  currency: string;
  effective: string;
  attributed: string;
  /** Provisioned hours in which nothing was called. */
  idle: string;
  inTasks: string;
  withFeature: string;
  /** In tasks that name a customer and began in the period. */
  withCustomer: string;
}

/** Effective AI cost over `[from, to)` and what is known of it, per currency. Exact. */
export const usageCoverage = (organization: number, { from, to }: { from: string; to: string }): Promise<UsageCoverage[]> =>
  query<UsageCoverage>(
    organization,
    sql`with billed as (
          select m.currency, sum(m.effective_cost) as effective
            from load_claim c join model_cost_daily m on m.organization_id = c.organization_id and m.load_id = c.load_id and m.day >= c.from_day and m.day < c.to_day
           where c.organization_id = ${organization} and c.counts_effective and m.day >= ${from}::date and m.day < ${to}::date group by 1),
        explained as (
          select currency, sum(attributed) as attributed, sum(idle) as idle from usage_attribution
           where organization_id = ${organization} and day >= ${from}::date and day < ${to}::date group by 1),
        used as (
          select currency, sum(task_cost) as in_tasks, sum(cost) filter (where feature is not null) as with_feature from usage_hourly
           where organization_id = ${organization} and currency is not null and hour >= ${from}::date::timestamp at time zone 'UTC'
             and hour < ${to}::date::timestamp at time zone 'UTC' group by 1),
        served as (
          select currency, sum(cost) as with_customer from task_run
           where organization_id = ${organization} and day >= ${from}::date and day < ${to}::date and customer is not null group by 1)
        select b.currency, trim_scale(coalesce(b.effective, 0))::text as effective, trim_scale(coalesce(e.attributed, 0))::text as attributed,
               trim_scale(coalesce(e.idle, 0))::text as idle, trim_scale(coalesce(u.in_tasks, 0))::text as "inTasks",
               trim_scale(coalesce(u.with_feature, 0))::text as "withFeature", trim_scale(coalesce(s.with_customer, 0))::text as "withCustomer"
          from billed b left join explained e using (currency) left join used u using (currency) left join served s using (currency)
         order by coalesce(b.effective, 0) desc, 1`,
  );

export interface UsageSummary {
  events: number;
  inTasks: number;
  unpriced: number;
  /** Events in tasks that no bill pays for. */
  unbilledInTasks: number;
  firstDay: string | null;
  lastDay: string | null;
}

/** What is known of use at all in `[from, to)`; `everFirst` and `everLast` are of all time. */
export async function usageSummary(
  organization: number,
  { from, to }: { from: string; to: string },
): Promise<UsageSummary & { everFirst: string | null; everLast: string | null }> {
  const [now, ever] = await Promise.all([
    query<UsageSummary>(
      organization,
      sql`select coalesce(sum(events), 0)::float8 as events, coalesce(sum(in_tasks), 0)::float8 as "inTasks", coalesce(sum(unpriced + partly), 0)::float8 as unpriced,
                 coalesce(sum(in_tasks) filter (where currency is null), 0)::float8 as "unbilledInTasks",
                 (min(hour) at time zone 'UTC')::date::text as "firstDay", (max(hour) at time zone 'UTC')::date::text as "lastDay"
            from usage_hourly where organization_id = ${organization} and hour >= ${from}::date::timestamp at time zone 'UTC' and hour < ${to}::date::timestamp at time zone 'UTC'`,
    ),
    query<{ everFirst: string | null; everLast: string | null }>(
      organization,
      sql`select (min(hour) at time zone 'UTC')::date::text as "everFirst", (max(hour) at time zone 'UTC')::date::text as "everLast" from usage_hourly where organization_id = ${organization}`,
    ),
  ]);
  const none = { events: 0, inTasks: 0, unpriced: 0, unbilledInTasks: 0, firstDay: null, lastDay: null };
  return { ...(now[0] ?? none), ...(ever[0] ?? { everFirst: null, everLast: null }) };
}
