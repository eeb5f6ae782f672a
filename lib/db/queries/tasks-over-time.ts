import { query, sql } from '../sql';
import { inCurrency, type TaskSlice, taskRows } from './task-rows';

/** The tasks that began on a day, in one currency. `amount` is on the basis asked. */
export interface TaskDay {
  day: string;
  tasks: number;
  succeeded: number;
  reported: number;
  requests: number;
  customers: number;
  features: number;
  amount: string | null;
  /** Tasks of which the basis knows no cost. */
  unknown: number;
}

export const tasksOverTime = (organization: number, slice: TaskSlice, currency: string | null): Promise<TaskDay[]> =>
  query<TaskDay>(
    organization,
    sql`with run as (${taskRows(organization, slice)})
        select day::text, count(distinct task_key)::float8 as tasks, count(distinct task_key) filter (where succeeded)::float8 as succeeded,
               count(distinct task_key) filter (where succeeded is not null)::float8 as reported, sum(requests)::float8 as requests,
               count(distinct customer)::float8 as customers, count(distinct feature)::float8 as features, trim_scale(sum(amount))::text as amount,
               count(*) filter (where amount is null)::float8 as unknown
          from run where ${inCurrency(currency)} group by day order by day`,
  );

export interface TaskTypeDay {
  day: string;
  group: string | null;
  tasks: number;
  amount: string | null;
}

/** The same by type, for what is drawn small beside it. */
export const taskTypesOverTime = (organization: number, slice: TaskSlice, currency: string | null): Promise<TaskTypeDay[]> =>
  query<TaskTypeDay>(
    organization,
    sql`with run as (${taskRows(organization, slice)})
        select day::text, task_type as "group", count(distinct task_key)::float8 as tasks, trim_scale(sum(amount))::text as amount
          from run where ${inCurrency(currency)} group by day, task_type order by day`,
  );
