import type { Basis } from '../../core/units/task-query';
import { raw, type Sql, sql } from '../sql';

/** Which tasks a question is about: those that began in `[from, to)`. */
export interface TaskSlice {
  from: string;
  to: string;
  basis: Basis;
  /** One type alone; null is the tasks without one, left out is all. */
  taskType?: string | null;
  /** One team's alone; null is the tasks of none, left out is all. */
  team?: string | null;
}

/**
 * The rows of tasks with `ccy`, the currency they are reckoned in, and `amount`, their cost on that basis, null where it is not known. A task without
 * any price is of no currency. Rows of two currencies stay two.
 */
export const taskRows = (organization: number, { from, to, basis, taskType, team }: TaskSlice): Sql => sql`
  select r.*, ${raw(basis === 'list' ? 'r.list_currency' : 'coalesce(r.currency, r.list_currency)')} as ccy,
         ${raw(basis === 'list' ? 'r.list_cost' : 'r.cost')} as amount
    from task_run r
   where r.organization_id = ${organization} and r.day >= ${from}::date and r.day < ${to}::date
     ${taskType === undefined ? raw('') : sql`and r.task_type is not distinct from ${taskType}::text`}
     ${team === undefined ? raw('') : sql`and r.team is not distinct from ${team}::text`}`;

/** Tasks of one currency, and those without any price, which belong to whichever is looked at. */
export const inCurrency = (currency: string | null): Sql => sql`(ccy is not distinct from ${currency}::text or ccy is null)`;
