import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { queryTasks } from '@/lib/services/tasks/query-tasks';

/** Cost per task by group: `?group_by=task_type&from=2026-10-01&to=2026-11-01&team=support`. */
export const GET = handler({
  query: z.object({ group_by: z.string().default('task_type'), from: z.string(), to: z.string(), team: z.string().min(1).optional() }),
  run: ({ actor, query: { group_by, ...ask } }) => queryTasks(actor, { groupBy: group_by, ...ask }),
});
