import type { Runs } from '../../core/units/quality';
import { join, query, raw, type Sql, sql } from '../sql';
import { type TaskSlice, taskRows } from './task-rows';

/** How the tasks of a type went on a model: the one that most of their tokens are of. */
export interface ModelRuns extends Runs {
  taskType: string | null;
  model: string | null;
  currency: string | null;
  /** On the basis asked; null is not known. */
  amount: string | null;
}

/** A call failed and another was made: the last failure of a task that failed is not one. */
const retried = 'r.failed > case when r.succeeded is false then 1 else 0 end';
/** A task has a row in each currency it is paid in; listed in one, it has to be counted once. */
const runs = ({ basis }: TaskSlice): Sql => {
  const count = (which: string) =>
    raw(`${basis === 'list' ? 'count(distinct r.task_key)' : 'count(*)'}${which && ` filter (where ${which})`}::float8`);
  return sql`${count('')} as tasks, ${count('r.succeeded is not null')} as reported, ${count('r.succeeded')} as succeeded,
    ${count(retried)} as retried, trim_scale(sum(r.amount))::text as amount`;
};

/** By task type, model and currency; currencies are never added. */
export const runsByModel = (organization: number, slice: TaskSlice): Promise<ModelRuns[]> =>
  query<ModelRuns>(
    organization,
    sql`select r.task_type as "taskType", r.model, r.ccy as currency, ${runs(slice)} from (${taskRows(organization, slice)}) r group by 1, 2, 3 order by 1, 2, 3`,
  );

export interface DayRuns extends Runs {
  day: string;
  amount: string | null;
}

/** By the day on which they began, in one currency. */
export const runsByDay = (organization: number, slice: TaskSlice, currency: string | null): Promise<DayRuns[]> =>
  query<DayRuns>(
    organization,
    sql`select r.day::text as day, ${runs(slice)} from (${taskRows(organization, slice)}) r
         where r.ccy is not distinct from ${currency}::text or r.ccy is null group by 1 order by 1`,
  );

/** How long calls of tasks took. */
export interface CallLatency {
  taskType: string | null;
  /** Null where it is of all models, or of calls that name none: `isAll` says which. */
  model: string | null;
  isAll: boolean;
  /** Of which a duration is known. */
  calls: number;
  p95Ms: number;
}

/** 95 in 100 calls took at most so long: by task type, and by task type and model. */
export const latencyByModel = (organization: number, slice: TaskSlice): Promise<CallLatency[]> =>
  query<CallLatency>(
    organization,
    sql`select p.task_type as "taskType", p.model, grouping(p.model) = 1 as "isAll", count(*)::float8 as calls, ${p95}
          from ${timedCalls(organization, slice)} group by grouping sets ((p.task_type), (p.task_type, p.model))`,
  );

/** The same by day. */
export const latencyByDay = (organization: number, slice: TaskSlice): Promise<{ day: string; calls: number; p95Ms: number }[]> =>
  query(
    organization,
    sql`select e.day::text as day, count(*)::float8 as calls, ${p95} from ${timedCalls(organization, slice)} group by 1 order by 1`,
  );

const p95 = raw('(percentile_disc(0.95) within group (order by e.duration_ms))::float8 as "p95Ms"');

const timedCalls = (organization: number, { from, to, taskType, team }: TaskSlice): Sql =>
  join(
    [
      sql`usage_event e join usage_profile p on p.organization_id = e.organization_id and p.profile_key = e.profile_key
          where e.organization_id = ${organization} and e.day >= ${from}::date and e.day < ${to}::date and e.task_key is not null and e.duration_ms is not null`,
      ...(taskType === undefined ? [] : [sql`and p.task_type is not distinct from ${taskType}::text`]),
      ...(team === undefined ? [] : [sql`and p.team is not distinct from ${team}::text`]),
    ],
    ' ',
  );
