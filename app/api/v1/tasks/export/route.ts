import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { exportTasks } from '@/lib/services/tasks/query-tasks';

/** The same as `GET /api/v1/tasks`, as CSV. */
export const GET = handler({
  query: z.object({ group_by: z.string().default('task_type'), from: z.string(), to: z.string(), team: z.string().min(1).optional() }),
  run: async ({ actor, query: { group_by, ...ask } }) =>
    new Response(await exportTasks(actor, { groupBy: group_by, ...ask }), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="tasks-${ask.from}-${ask.to}.csv"`,
      },
    }),
});
