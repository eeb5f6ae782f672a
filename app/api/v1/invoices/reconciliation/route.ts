import { handler } from '@/lib/http/handler';
import { getReconciliation, ReconciliationQuery } from '@/lib/services/invoices/get-reconciliation';

/** The ledger against the invoices, by issuer, account, month and currency. */
export const GET = handler({ query: ReconciliationQuery, run: ({ actor, query }) => getReconciliation(actor, query) });
