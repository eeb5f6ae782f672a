import { byText } from '../../core/text/by-text';
import { addDays, daysBetween } from '../../core/time/days';
import { query, raw, type Sql, sql } from '../sql';

export interface DimensionSum {
  dimension: string;
  value: string | null;
  currency: string;
  current: string | null;
  previous: string | null;
  currentAi: string | null;
  tokens: string | null;
  charges: string | null;
  /** The first day of the month; null where months are not told apart. */
  month: string | null;
}

const measured = (measure: 'effective' | 'billed') =>
  measure === 'effective'
    ? sql`case when c.counts_effective then d.effective_cost end`
    : sql`case when c.counts_billed then d.billed_cost end`;

interface Window {
  from: string;
  to: string;
  previousFrom: string;
  previousTo: string;
  measure: 'effective' | 'billed';
  /** Each month for itself, as conversion needs it. */
  monthly?: boolean;
}

/** Each value of these dimensions over a period and what it is compared with, asked side by side. Reads a few hundred rows a day. */
export async function dimensionSums(organization: number, dimensions: readonly string[], w: Window): Promise<DimensionSum[]> {
  const amount = measured(w.measure);
  const counting = w.measure === 'effective' ? sql`c.counts_effective` : sql`c.counts_billed`;
  const month = raw(w.monthly ? `date_trunc('month', d.day)::date::text` : 'null::text');
  const ask = (sums: Sql, from: string, to: string) =>
    query<DimensionSum>(
      organization,
      sql`select d.dimension, d.value, d.billing_currency as currency, ${month} as month, ${sums}
            from load_claim c
            join cost_dimension_daily d on d.organization_id = c.organization_id and d.load_id = c.load_id and d.day >= c.from_day and d.day < c.to_day
           where c.organization_id = ${organization} and d.dimension = any(${dimensions}) and d.day >= ${from}::date and d.day < ${to}::date
           group by 1, 2, 3, 4`,
    );
  const [now, before] = await Promise.all([
    ask(
      sql`sum(${amount})::text as current, null::text as previous, sum(${amount}) filter (where d.is_ai)::text as "currentAi",
          sum(d.tokens) filter (where c.counts_billed)::text as tokens, sum(d.charges) filter (where ${counting})::text as charges`,
      w.from,
      w.to,
    ),
    ask(
      sql`null::text as current, sum(${amount})::text as previous, null::text as "currentAi", null::text as tokens, null::text as charges`,
      w.previousFrom,
      w.previousTo,
    ),
  ]);
  const keyOf = (s: DimensionSum) => JSON.stringify([s.dimension, s.value, s.currency, s.month]);
  const all = new Map(now.map((s) => [keyOf(s), s]));
  for (const s of before) all.set(keyOf(s), { ...(all.get(keyOf(s)) ?? s), previous: s.previous });
  return [...all.values()];
}

interface DailySum {
  day: string;
  group: string | null;
  currency: string;
  amount: string;
}

interface DailyGroup {
  group: string | null;
  currency: string;
  /** `{0,1,4}`: days after the first that is asked for. */
  days: string;
  /** `{1.5,2}`: of each of these days. */
  amounts: string;
}

/**
 * Cost per day, value and currency, in this order. A long range is asked in two halves side by side: days have nothing to do with each other. The days of a
 * group come as one row, since thousands of rows take longer to be sent and read than to be added up.
 */
export async function dailySums(
  organization: number,
  { dimension, from, to, measure }: { dimension: string; from: string; to: string; measure: 'effective' | 'billed' },
): Promise<DailySum[]> {
  const ask = async (since: string, until: string) => {
    const groups = await query<DailyGroup>(
      organization,
      sql`select x.value as "group", x.billing_currency as currency, array_agg(x.day - ${since}::date)::text as days, array_agg(x.amount)::text as amounts
            from (select d.day, d.value, d.billing_currency, sum(${measured(measure)}) as amount
                    from load_claim c
                    join cost_dimension_daily d on d.organization_id = c.organization_id and d.load_id = c.load_id and d.day >= c.from_day and d.day < c.to_day
                   where c.organization_id = ${organization} and d.dimension = ${dimension} and d.day >= ${since}::date and d.day < ${until}::date
                   group by d.day, d.value, d.billing_currency having sum(${measured(measure)}) is not null) x
           group by 1, 2`,
    );
    return byDay(groups, since, daysBetween(since, until));
  };
  const days = daysBetween(from, to);
  const middle = addDays(from, Math.floor(days / 2));
  return days > oneAsk ? (await Promise.all([ask(from, middle), ask(middle, to)])).flat() : ask(from, to);
}

/** The days one after the other, each with its groups in their order. */
function byDay(groups: readonly DailyGroup[], first: string, days: number): DailySum[] {
  const all = Array.from({ length: days }, (): DailySum[] => []);
  const names = all.map((_, n) => addDays(first, n));
  for (const g of groups.toSorted((a, b) => byText(a.group ?? last, b.group ?? last) || byText(a.currency, b.currency))) {
    const amounts = listed(g.amounts);
    for (const [i, day] of listed(g.days).entries())
      all[Number(day)]?.push({ day: names[Number(day)] ?? first, group: g.group, currency: g.currency, amount: amounts[i] ?? '0' });
  }
  return all.flat();
}

/** The numbers of an array as the database writes it. */
const listed = (array: string): string[] => array.slice(1, -1).split(',');

/** So many days are asked for at once. */
const oneAsk = 100;

/** What has no value comes after all that has one. */
const last = '\u{10ffff}';

export interface SourceRow {
  id: number;
  name: string;
  provider: string;
  format: string;
  /** As any of its bills, or another one of the same account, has it. */
  accountName: string | null;
  completeTo: string | null;
  lastLoadAt: Date | null;
  loads: string;
  rows: string;
}

/** Sources with the last day that counts. */
export const sourceRows = (organization: number): Promise<SourceRow[]> =>
  query<SourceRow>(
    organization,
    sql`select s.id, s.name, s.provider, s.format,
               (select max(n.billing_account_name) from load o join load n on n.organization_id = o.organization_id and n.provider = o.provider
                         and n.billing_account_id = o.billing_account_id
                 where o.source_id = s.id and o.organization_id = ${organization}
                having count(distinct o.billing_account_id) = 1) as "accountName", max(case when l.dataset = 'usage' then l.to_day else c.to_day end)::text as "completeTo",
               max(l.activated_at) as "lastLoadAt", count(distinct l.id)::text as loads,
               coalesce((select sum(x.rows) from load x where x.source_id = s.id and exists (select 1 from load_claim y where y.load_id = x.id)), 0)::text as rows
          from source s left join load l on l.source_id = s.id and l.status = 'complete' and l.organization_id = ${organization}
          left join load_claim c on c.load_id = l.id
         where s.organization_id = ${organization} group by s.id order by s.name`,
  );

/** Rows, cost and days with data per source and month: what is there and what is missing. */
export interface CoverageCell {
  sourceId: number;
  month: string;
  days: string;
  charges: string;
  amounts: { currency: string; amount: string }[];
}
export const coverage = (organization: number, { from, to }: { from: string; to: string }): Promise<CoverageCell[]> =>
  query<CoverageCell>(
    organization,
    sql`with cell as (
          select l.source_id, date_trunc('month', d.day)::date as month, d.billing_currency as currency, d.day, sum(d.charges) as charges,
                 sum(case when c.counts_billed then d.billed_cost when c.counts_effective then d.effective_cost end) as amount
            from load_claim c
            join load l on l.id = c.load_id
            join cost_dimension_daily d on d.organization_id = c.organization_id and d.load_id = c.load_id and d.day >= c.from_day and d.day < c.to_day
           where c.organization_id = ${organization} and d.dimension = 'provider' and d.day >= ${from}::date and d.day < ${to}::date
           group by 1, 2, 3, 4)
        select source_id as "sourceId", month::text as month, count(distinct day)::text as days, sum(charges)::text as charges,
               (select jsonb_agg(jsonb_build_object('currency', t.currency, 'amount', t.amount::text) order by t.currency)
                  from (select i.currency, sum(i.amount) as amount from cell i where i.source_id = cell.source_id and i.month = cell.month group by 1) t) as amounts
          from cell group by source_id, month order by source_id, month`,
  );
