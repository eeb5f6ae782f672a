import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { exportBudgets } from '@/lib/services/budgets/edit-budget';

export const GET = handler({
  query: z.object({ format: z.enum(['csv', 'yaml']).default('csv') }),
  run: async ({ actor, query }) =>
    new Response(await exportBudgets(actor, query.format), {
      headers: {
        'content-type': query.format === 'csv' ? 'text/csv; charset=utf-8' : 'application/yaml; charset=utf-8',
        'content-disposition': `attachment; filename="budgets.${query.format}"`,
      },
    }),
});
