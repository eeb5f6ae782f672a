import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { getTaskRules, saveTaskRules } from '@/lib/services/tasks/edit-task-rules';

export const GET = handler({ run: ({ actor }) => getTaskRules(actor) });

/** All rules in their order; what was used before is named by them as well, and summed again in the background. */
export const PUT = handler({
  body: z.unknown(),
  bodyBytes: 1024 ** 2,
  run: ({ actor, body }) => saveTaskRules(actor, body, { wait: false }),
});
