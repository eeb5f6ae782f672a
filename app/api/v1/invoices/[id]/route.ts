import { handler } from '@/lib/http/handler';
import { number } from '@/lib/http/params';
import { removeInvoice } from '@/lib/services/invoices/manage-invoices';

export const DELETE = handler({ run: ({ actor, params }) => removeInvoice(actor, number(params.id)) });
