import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { listPrices, PriceQuery } from '@/lib/services/prices/list-prices';
import { setPrice } from '@/lib/services/prices/set-price';

export const GET = handler({ query: PriceQuery, run: ({ actor, query }) => listPrices(actor, query) });

/** The own prices of one model on one channel; those for the same usage from the same day are replaced. */
export const POST = handler({ body: z.record(z.string(), z.unknown()), run: ({ actor, body }) => setPrice(actor, body) });
