import { CostAsk } from '@/lib/core/costs/cost-ask';
import { handler } from '@/lib/http/handler';
import { today } from '@/lib/http/today';
import { getCharges } from '@/lib/services/costs/get-costs';

export const GET = handler({ query: CostAsk, run: ({ actor, query }) => getCharges(actor, query, today()) });
