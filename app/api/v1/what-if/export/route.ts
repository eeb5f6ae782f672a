import { handler } from '@/lib/http/handler';
import { today } from '@/lib/http/today';
import { exportWhatIf } from '@/lib/services/what-if/export-what-if';
import { WhatIfQuery } from '@/lib/services/what-if/run-what-if';

/** The lines of a what-if as CSV. */
export const GET = handler({
  query: WhatIfQuery,
  run: async ({ actor, query }) =>
    new Response(await exportWhatIf(actor, query, today()), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="what-if-${query.from}-${query.to}.csv"`,
      },
    }),
});
