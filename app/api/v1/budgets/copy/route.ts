import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { copyBudgets } from '@/lib/services/budgets/copy-budgets';

/** `{fromYear, toYear, grow: "5%", dryRun}`: carries the budgets on into another year. */
export const POST = handler({ body: z.unknown(), run: ({ actor, body }) => copyBudgets(actor, body) });
