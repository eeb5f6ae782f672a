import type { TaskGroup } from '../../core/units/task-query';
import { join, query, raw, type Sql, sql } from '../sql';
import { inCurrency, type TaskSlice, taskRows } from './task-rows';

/** Tasks by what they name: `{ team: 'support' }`. */
export type TaskScope = Partial<Record<TaskGroup, string>>;

const holds = (scope: TaskScope): Sql =>
  sql`(${join(
    Object.entries(scope).map(([column, value]) => sql`${raw(column)} = ${value}`),
    ' and ',
  )})`;

/** Cost by day of the tasks that fit one of these scopes, all of them where there is none; one currency. */
export const taskCostByDay = (
  organization: number,
  slice: TaskSlice,
  currency: string,
  scopes: readonly TaskScope[],
): Promise<{ day: string; amount: string }[]> =>
  query(
    organization,
    sql`with run as (${taskRows(organization, slice)})
        select day::text, trim_scale(coalesce(sum(amount), 0))::text as amount from run
         where ${inCurrency(currency)} ${scopes.length ? sql`and (${join(scopes.map(holds), ' or ')})` : raw('')} group by day`,
  );

/** Effective cost of AI on the bills by day; one currency. */
export const aiCostByDay = (
  organization: number,
  { from, to }: { from: string; to: string },
  currency: string,
): Promise<{ day: string; amount: string }[]> =>
  query(
    organization,
    sql`select m.day::text, trim_scale(coalesce(sum(m.effective_cost), 0))::text as amount
          from load_claim c join model_cost_daily m on m.organization_id = c.organization_id and m.load_id = c.load_id and m.day >= c.from_day and m.day < c.to_day
         where c.organization_id = ${organization} and c.counts_effective and m.day >= ${from}::date and m.day < ${to}::date and m.currency = ${currency}
         group by 1`,
  );
