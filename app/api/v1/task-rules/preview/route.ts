import { handler } from '@/lib/http/handler';
import { today } from '@/lib/http/today';
import { previewTaskRule, RulePreviewInput } from '@/lib/services/tasks/edit-task-rules';

export const POST = handler({
  body: RulePreviewInput,
  bodyBytes: 1024 ** 2,
  run: ({ actor, body }) => previewTaskRule(actor, body, today()),
});
