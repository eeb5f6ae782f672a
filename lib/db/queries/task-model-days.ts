import type { ModelTasks } from '../../core/units/model-changes';
import { query, sql } from '../sql';
import { type TaskSlice, taskRows } from './task-rows';

/** On which model the tasks of each type ran, day by day; a task on two models is one of each. */
export const taskModelDays = (organization: number, slice: TaskSlice): Promise<ModelTasks[]> =>
  query<ModelTasks>(
    organization,
    sql`with run as (${taskRows(organization, slice)})
        select task_type as "taskType", day::text, model, count(distinct task_key)::int as tasks
          from run where task_type is not null and model is not null group by 1, 2, 3 order by 2, 1, 3`,
  );
