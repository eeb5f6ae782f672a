import { LOOP_GROWTHS, OUTLIERS_PER_PAGE } from '../../core/units/task-query';
import { query, raw, sql } from '../sql';
import { inCurrency, type TaskSlice, taskRows } from './task-rows';

export interface TaskOutlier {
  taskKey: string;
  taskId: string;
  startedAt: string;
  taskType: string | null;
  customer: string | null;
  team: string | null;
  agent: string | null;
  model: string | null;
  succeeded: boolean | null;
  requests: number;
  tokens: string;
  largestPrompt: string;
  growingCalls: number;
  seconds: number;
  amount: string | null;
  /** Of its type. */
  median: string | null;
  isDear: boolean;
  isLoop: boolean;
}

/** Tasks that cost more than 99 in 100 of their type, and those whose prompts grew call after call; the dearest first. */
export async function taskOutliers(
  organization: number,
  slice: TaskSlice,
  { currency, show, page }: { currency: string | null; show: 'all' | 'dear' | 'loops'; page: number },
): Promise<{ rows: TaskOutlier[]; count: number; dear: number; loops: number }> {
  const wanted = { all: '"isDear" or "isLoop"', dear: '"isDear"', loops: '"isLoop"' }[show];
  const found = sql`with run as (select * from (${taskRows(organization, slice)}) r where ${inCurrency(currency)}),
    usual as (
      select task_type, percentile_disc(0.99) within group (order by amount) as p99, percentile_disc(0.5) within group (order by amount) as median
        from run group by task_type),
    judged as (
      select run.*, usual.median, coalesce(run.amount > usual.p99, false) as "isDear", run.growing_calls >= ${LOOP_GROWTHS}::int as "isLoop"
        from run join usual on usual.task_type is not distinct from run.task_type)`;
  const [rows, counts] = await Promise.all([
    query<TaskOutlier>(
      organization,
      sql`${found}
          select task_key as "taskKey", task_id as "taskId", to_char(started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "startedAt", task_type as "taskType",
                 customer, team, agent, model, succeeded, requests::float8 as requests, tokens::text as tokens, largest_prompt::text as "largestPrompt",
                 growing_calls as "growingCalls", extract(epoch from ended_at - started_at)::float8 as seconds, trim_scale(amount)::text as amount,
                 trim_scale(median)::text as median, "isDear", "isLoop"
            from judged where ${raw(wanted)} order by amount desc nulls last, task_key limit ${OUTLIERS_PER_PAGE}::int offset ${(page - 1) * OUTLIERS_PER_PAGE}::int`,
    ),
    query<{ count: number; dear: number; loops: number }>(
      organization,
      sql`${found}
          select count(*) filter (where ${raw(wanted)})::float8 as count, count(*) filter (where "isDear")::float8 as dear,
                 count(*) filter (where "isLoop")::float8 as loops from judged`,
    ),
  ]);
  return { rows, ...(counts[0] ?? { count: 0, dear: 0, loops: 0 }) };
}
