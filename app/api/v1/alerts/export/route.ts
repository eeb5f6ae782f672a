import { handler } from '@/lib/http/handler';
import { exportAlerts } from '@/lib/services/alerts/export-alerts';
import { AlertQuery } from '@/lib/services/alerts/inbox';

export const GET = handler({
  query: AlertQuery,
  run: async ({ actor, query }) =>
    new Response(await exportAlerts(actor, query), {
      headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="alerts.csv"' },
    }),
});
