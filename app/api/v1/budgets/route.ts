import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { budgetStatus } from '@/lib/services/budgets/budget-status';
import { saveBudget } from '@/lib/services/budgets/edit-budget';

export const GET = handler({
  query: z.object({ 'as-of': z.string().optional() }),
  run: ({ actor, query }) => budgetStatus(actor, new Date(), { asOf: query['as-of'], detailed: false }),
});

/** One budget as a file writes it; a name that exists is changed. */
export const POST = handler({ body: z.record(z.string(), z.unknown()), run: ({ actor, body }) => saveBudget(actor, body) });
