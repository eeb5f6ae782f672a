import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { INVOICE_FILE_BYTES, importInvoices } from '@/lib/services/invoices/manage-invoices';

/** A FOCUS Invoice Detail or a plain list, as CSV; taken whole or not at all. */
export const POST = handler({
  body: z.object({ fileName: z.string().min(1).max(300), text: z.string() }),
  bodyBytes: INVOICE_FILE_BYTES,
  run: ({ actor, body }) => importInvoices(actor, { name: body.fileName, text: body.text }),
});
