import { handler } from '@/lib/http/handler';
import { exportReconciliation, ReconciliationQuery } from '@/lib/services/invoices/get-reconciliation';

export const GET = handler({
  query: ReconciliationQuery,
  run: async ({ actor, query }) =>
    new Response(await exportReconciliation(actor, query), {
      headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="reconciliation.csv"' },
    }),
});
