import { handler } from '@/lib/http/handler';
import { addInvoice, InvoiceInput, listInvoices } from '@/lib/services/invoices/manage-invoices';

export const GET = handler({ run: ({ actor }) => listInvoices(actor) });
export const POST = handler({ body: InvoiceInput, run: ({ actor, body }) => addInvoice(actor, body) });
