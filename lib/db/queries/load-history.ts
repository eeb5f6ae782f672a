import { query, sql } from '../sql';

export interface LoadArrival {
  sourceId: number;
  name: string;
  provider: string;
  at: string;
  completeTo: string;
}

/** When what came, by source: each load that counted once, with the day after the last one it reached. */
export const loadHistory = (organization: number): Promise<LoadArrival[]> =>
  query<LoadArrival>(
    organization,
    sql`select s.id as "sourceId", s.name, s.provider, (l.activated_at at time zone 'UTC')::date::text as at, max(l.to_day)::text as "completeTo"
          from source s join load l on l.source_id = s.id and l.organization_id = ${organization}
         where s.organization_id = ${organization} and l.status = 'complete' and l.activated_at is not null and l.to_day is not null
         group by 1, 2, 3, 4 order by 1, 4`,
  );
