import { ExploreAsk } from '@/lib/core/explore/explore-ask';
import { handler } from '@/lib/http/handler';
import { today } from '@/lib/http/today';
import { explore } from '@/lib/services/explore/explore';

export const GET = handler({ query: ExploreAsk, run: ({ actor, query, request }) => explore(actor, query, today(), request.signal) });
