import { query, sql } from '../sql';

/** Events of a channel and a day: what their source estimated, what the price book says and what the bill says. Currencies are never mixed. */
export interface EstimateDay {
  day: string;
  channel: string | null;
  estimateCurrency: string | null;
  listCurrency: string | null;
  currency: string | null;
  events: number;
  estimate: string | null;
  list: string | null;
  invoice: string | null;
  /** The parts of `estimate` and `list` of which the bill is known as well: what can be compared with `invoice`. */
  estimateOfBilled: string | null;
  listOfBilled: string | null;
  /** What the bill says of events that were estimated, and of those with a list price. */
  invoiceOfEstimated: string | null;
  invoiceOfListed: string | null;
  withoutInvoice: number;
}

/** By day and channel over `[from, to)`, from the events themselves. */
export const estimateDrift = (
  organization: number,
  { from, to, taskType }: { from: string; to: string; taskType?: string },
): Promise<EstimateDay[]> =>
  query<EstimateDay>(
    organization,
    sql`select e.day::text, p.channel, e.estimate_currency as "estimateCurrency", e.list_currency as "listCurrency", c.currency, count(*)::float8 as events,
               trim_scale(sum(e.estimate))::text as estimate, trim_scale(sum(e.list_cost))::text as list, trim_scale(sum(c.cost))::text as invoice,
               trim_scale(sum(e.estimate) filter (where c.cost is not null and c.currency = e.estimate_currency))::text as "estimateOfBilled",
               trim_scale(sum(e.list_cost) filter (where c.cost is not null and c.currency = e.list_currency))::text as "listOfBilled",
               trim_scale(sum(c.cost) filter (where c.currency = e.estimate_currency and e.estimate is not null))::text as "invoiceOfEstimated",
               trim_scale(sum(c.cost) filter (where c.currency = e.list_currency and e.list_cost is not null))::text as "invoiceOfListed",
               count(*) filter (where c.cost is null)::float8 as "withoutInvoice"
          from usage_event e
          join usage_profile p on p.organization_id = e.organization_id and p.profile_key = e.profile_key
          left join usage_event_cost c on c.organization_id = e.organization_id and c.day = e.day and c.event_key = e.event_key
         where e.organization_id = ${organization} and e.day >= ${from}::date and e.day < ${to}::date
           and (${taskType ?? null}::text is null or p.task_type = ${taskType ?? null}::text)
         group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`,
  );

export interface UnexplainedDay {
  day: string;
  provider: string;
  currency: string;
  invoice: string;
  unexplained: string;
}

/** The bills of AI by day and provider, and what of them no event explains. */
export const unexplainedByDay = (organization: number, { from, to }: { from: string; to: string }): Promise<UnexplainedDay[]> =>
  query<UnexplainedDay>(
    organization,
    sql`with billed as (
          select m.day, m.provider, m.currency, sum(m.effective_cost) as invoice
            from load_claim c join model_cost_daily m on m.organization_id = c.organization_id and m.load_id = c.load_id and m.day >= c.from_day and m.day < c.to_day
           where c.organization_id = ${organization} and c.counts_effective and m.day >= ${from}::date and m.day < ${to}::date group by 1, 2, 3),
        explained as (
          select day, provider, currency, sum(attributed + idle) as explained from usage_attribution
           where organization_id = ${organization} and day >= ${from}::date and day < ${to}::date group by 1, 2, 3)
        select day::text, provider, currency, trim_scale(coalesce(invoice, 0))::text as invoice,
               trim_scale(coalesce(invoice, 0) - coalesce(explained, 0))::text as unexplained
          from billed left join explained using (day, provider, currency) where coalesce(invoice, 0) <> 0 order by 1, 2, 3`,
  );
