import { handler } from '@/lib/http/handler';
import { AnomalyQuery, listAnomalies } from '@/lib/services/anomalies/list-anomalies';

/** What stood out in the last 30 or 90 days, with `f` only among those costs. */
export const GET = handler({ query: AnomalyQuery, run: ({ actor, query }) => listAnomalies(actor, query, new Date()) });
