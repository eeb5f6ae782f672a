import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { deleteBudget, getBudget } from '@/lib/services/budgets/edit-budget';

export const GET = handler({
  query: z.object({ value: z.string().max(500).optional() }),
  run: ({ actor, params, query }) => getBudget(actor, params.name ?? '', query.value ?? null, new Date()),
});
export const DELETE = handler({ run: ({ actor, params }) => deleteBudget(actor, params.name ?? '') });
