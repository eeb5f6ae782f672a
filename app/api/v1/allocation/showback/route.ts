import { z } from 'zod';
import { AllocationQuery } from '@/lib/core/allocation/allocation-query';
import { handler } from '@/lib/http/handler';
import { today } from '@/lib/http/today';
import { exportShowback, getShowback } from '@/lib/services/allocation/showback';

export const GET = handler({
  query: z.object({ format: z.enum(['json', 'csv']).default('json') }).loose(),
  run: async ({ actor, query }) => {
    const ask = AllocationQuery.parse(query);
    if (query.format === 'json') return getShowback(actor, ask, today());
    const { name, text } = await exportShowback(actor, ask, today());
    return new Response(text, {
      headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}"` },
    });
  },
});
