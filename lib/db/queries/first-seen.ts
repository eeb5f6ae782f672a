import { query, sql } from '../sql';

export interface FirstSeen {
  dimension: string;
  value: string;
  first: string;
}

/** The first day on which each value of these dimensions was charged, as far as what counts reaches back. */
export const firstSeen = (organization: number, dimensions: readonly string[]): Promise<FirstSeen[]> =>
  query<FirstSeen>(
    organization,
    sql`select d.dimension, d.value, min(d.day)::text as first
          from load_claim c
          join cost_dimension_daily d on d.organization_id = c.organization_id and d.load_id = c.load_id and d.day >= c.from_day and d.day < c.to_day
         where c.organization_id = ${organization} and d.dimension = any(${dimensions}) and d.value is not null
         group by 1, 2`,
  );
