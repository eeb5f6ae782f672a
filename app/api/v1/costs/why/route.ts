import { ExploreAsk } from '@/lib/core/explore/explore-ask';
import { handler } from '@/lib/http/handler';
import { today } from '@/lib/http/today';
import { explainCosts } from '@/lib/services/explore/explain-costs';

/** Why the costs of a view differ from what they are compared with. */
export const GET = handler({ query: ExploreAsk, run: ({ actor, query, request }) => explainCosts(actor, query, today(), request.signal) });
