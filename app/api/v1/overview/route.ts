import { handler } from '@/lib/http/handler';
import { today } from '@/lib/http/today';
import { getOverview, OverviewQuery } from '@/lib/services/costs/get-overview';

export const GET = handler({ query: OverviewQuery, run: ({ actor, query }) => getOverview(actor, query, today()) });
