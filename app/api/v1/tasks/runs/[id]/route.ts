import { handler } from '@/lib/http/handler';
import { getTaskRun } from '@/lib/services/tasks/get-task-run';

export const GET = handler({ run: ({ actor, params }) => getTaskRun(actor, params.id ?? '') });
