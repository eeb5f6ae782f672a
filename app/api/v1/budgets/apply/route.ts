import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { applyBudgets } from '@/lib/services/budgets/apply-budgets';

export const POST = handler({
  body: z.object({ name: z.string().max(200).default('the file'), text: z.string().max(60_000), dryRun: z.boolean().default(false) }),
  run: ({ actor, body }) => applyBudgets(actor, body, { dryRun: body.dryRun }),
});
