import { ShowbackAsk } from '@/lib/core/allocation/allocation-ask';
import { handler } from '@/lib/http/handler';
import { today } from '@/lib/http/today';
import { exportShowback, getShowback } from '@/lib/services/allocation/showback';

export const GET = handler({
  query: ShowbackAsk,
  run: async ({ actor, query }) => {
    if (query.format === 'json') return getShowback(actor, query, today());
    const { name, text } = await exportShowback(actor, query, today());
    return new Response(text, {
      headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}"` },
    });
  },
});
