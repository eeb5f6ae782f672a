import { query, sql } from '../sql';
import { isAsked } from './usage-cells';

export interface TaskModel {
  taskType: string;
  channel: string | null;
  model: string;
  currency: string | null;
  tasks: number;
  reported: number;
  succeeded: number;
  cost: string | null;
  list: string | null;
  listCurrency: string | null;
}

/** How the models did that a task type has run on: runs, successes and what they cost, over `[from, to)`. */
export const taskModels = (
  organization: number,
  { from, to, taskType, team }: { from: string; to: string; taskType?: string | null; team?: string | null },
): Promise<TaskModel[]> =>
  query<TaskModel>(
    organization,
    sql`select task_type as "taskType", channel, model, currency, count(distinct task_key)::int as tasks, count(succeeded)::int as reported,
               (count(*) filter (where succeeded))::int as succeeded, trim_scale(sum(cost))::text as cost, trim_scale(sum(list_cost))::text as list,
               min(list_currency) as "listCurrency"
          from task_run where organization_id = ${organization} and day >= ${from}::date and day < ${to}::date and task_type is not null and model is not null
           and (${taskType ?? null}::text is null or task_type = ${taskType ?? null})
           ${isAsked('team', team)}
         group by 1, 2, 3, 4`,
  );
