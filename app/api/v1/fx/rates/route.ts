import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { listRates, RatesQuery } from '@/lib/services/fx/currencies';
import { importRates, RATE_FILE_BYTES } from '@/lib/services/fx/import-rates';

export const GET = handler({ query: RatesQuery, run: ({ actor, query }) => listRates(actor, query) });

/** The European Central Bank's reference rates or a plain list; taken whole or not at all. With `preview` it is only said what would change. */
export const POST = handler({
  body: z.unknown(),
  bodyBytes: RATE_FILE_BYTES,
  run: ({ actor, body }) => importRates(actor, body),
});
