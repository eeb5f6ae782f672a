import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { previewBudget } from '@/lib/services/budgets/edit-budget';

export const POST = handler({ body: z.record(z.string(), z.unknown()), run: ({ actor, body }) => previewBudget(actor, body, new Date()) });
