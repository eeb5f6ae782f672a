import { STEPS_PER_TEN } from '../../core/units/task-query';
import { query, sql } from '../sql';
import { inCurrency, type TaskSlice, taskRows } from './task-rows';

export interface TaskDistribution {
  /** Bucket `step` holds costs from 10^(step/4) up to 10^((step+1)/4); null those that cost nothing. */
  buckets: { step: number | null; tasks: number }[];
  p50: string | null;
  p95: string | null;
  p99: string | null;
}

/** How many tasks cost how much, on a logarithmic scale; one currency. */
export async function taskDistribution(organization: number, slice: TaskSlice, currency: string | null): Promise<TaskDistribution> {
  const [buckets, marks] = await Promise.all([
    query<{ step: number | null; tasks: number }>(
      organization,
      sql`with run as (${taskRows(organization, slice)})
          select case when amount > 0 then floor(log(amount::float8) * ${STEPS_PER_TEN}::int + 1e-9)::int end as step, count(*)::float8 as tasks
            from run where amount is not null and ${inCurrency(currency)} group by 1 order by 1 nulls first`,
    ),
    query<Omit<TaskDistribution, 'buckets'>>(
      organization,
      sql`with run as (${taskRows(organization, slice)})
          select trim_scale(percentile_disc(0.5) within group (order by amount))::text as p50, trim_scale(percentile_disc(0.95) within group (order by amount))::text as p95,
                 trim_scale(percentile_disc(0.99) within group (order by amount))::text as p99
            from run where ${inCurrency(currency)}`,
    ),
  ]);
  return { buckets, ...(marks[0] ?? { p50: null, p95: null, p99: null }) };
}
