import { ChargesAsk } from '@/lib/core/explore/explore-ask';
import { handler } from '@/lib/http/handler';
import { today } from '@/lib/http/today';
import { getCharges } from '@/lib/services/explore/explore-charges';

export const GET = handler({ query: ChargesAsk, run: ({ actor, query, request }) => getCharges(actor, query, today(), request.signal) });
