import { handler } from '@/lib/http/handler';
import { exportDeliveries } from '@/lib/services/alerts/export-alerts';

export const GET = handler({
  run: async ({ actor }) =>
    new Response(await exportDeliveries(actor), {
      headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="deliveries.csv"' },
    }),
});
