import { CostQuery } from '@/lib/core/costs/cost-query';
import { handler } from '@/lib/http/handler';
import { today } from '@/lib/http/today';
import { getCosts } from '@/lib/services/costs/get-costs';

export const GET = handler({ query: CostQuery, run: ({ actor, query }) => getCosts(actor, query, today()) });
