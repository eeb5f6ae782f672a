import { ExploreAsk } from '@/lib/core/explore/explore-ask';
import { handler } from '@/lib/http/handler';
import { today } from '@/lib/http/today';
import { forecastCosts } from '@/lib/services/explore/forecast-costs';

/** What the rest of a view's period is expected to cost. */
export const GET = handler({ query: ExploreAsk, run: ({ actor, query, request }) => forecastCosts(actor, query, today(), request.signal) });
