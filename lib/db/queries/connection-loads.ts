import { query, sql } from '../sql';

export interface ConnectionFigures {
  connectionId: number;
  /** Rows and months that its loads hold and that count, or did. */
  rows: string;
  months: number;
  /** The day after the last one that it brought. */
  completeTo: string | null;
}

/** What came into the ledger through each connection. */
export const connectionFigures = (organization: number): Promise<ConnectionFigures[]> =>
  query<ConnectionFigures>(
    organization,
    sql`select i.connection_id as "connectionId", sum(l.rows)::text as rows, count(distinct l.billing_period)::int as months,
               max(l.to_day)::text as "completeTo"
          from load l join import i on i.id = l.import_id and i.organization_id = ${organization}
         where l.organization_id = ${organization} and i.connection_id is not null and l.status = 'complete'
           and (l.dataset in ('usage', 'contract') or exists (select 1 from load_claim c where c.load_id = l.id))
         group by 1`,
  );

/** How many exports of each connection are refused and wait for somebody. */
export const refusedExports = (organization: number): Promise<{ connectionId: number; n: number }[]> =>
  query<{ connectionId: number; n: number }>(
    organization,
    sql`select d.connection_id as "connectionId", count(*)::int as n from connection_delivery d
         where d.organization_id = ${organization} and d.status = 'refused'
           and not exists (select 1 from import i where i.id = d.import_id and i.status = 'done')
         group by 1`,
  );

/** On which days each connection brought something new, oldest first. */
export const connectionArrivals = (organization: number): Promise<{ connectionId: number; days: string[] }[]> =>
  query<{ connectionId: number; days: string[] }>(
    organization,
    sql`select connection_id as "connectionId", array_agg(distinct day order by day) as days from (
          select i.connection_id, (i.finished_at at time zone 'UTC')::date::text as day from import i
           where i.organization_id = ${organization} and i.connection_id is not null and i.status = 'done'
             and i.finished_at > now() - interval '400 days' and i.result ->> 'outcome' <> 'unchanged'
          union all
          select d.connection_id, (d.at at time zone 'UTC')::date::text from connection_delivery d
           where d.organization_id = ${organization} and d.status = 'loaded') a
         group by 1`,
  );
