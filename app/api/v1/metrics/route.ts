import { handler } from '@/lib/http/handler';
import { listMetrics, MetricsInput, pushMetrics } from '@/lib/services/metrics/import-metrics';

export const GET = handler({ run: ({ actor }) => listMetrics(actor) });

/** What the business counts; a value of the same name, day and labels is replaced. */
export const POST = handler({ body: MetricsInput, bodyBytes: 4 * 1024 ** 2, run: ({ actor, body }) => pushMetrics(actor, body) });
