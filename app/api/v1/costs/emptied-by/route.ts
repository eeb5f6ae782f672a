import { ExploreAsk } from '@/lib/core/explore/explore-ask';
import { handler } from '@/lib/http/handler';
import { today } from '@/lib/http/today';
import { emptiedBy } from '@/lib/services/explore/emptied-by';

/** What of a view that shows nothing empties it. */
export const GET = handler({ query: ExploreAsk, run: ({ actor, query, request }) => emptiedBy(actor, query, today(), request.signal) });
