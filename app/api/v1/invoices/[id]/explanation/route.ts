import { handler } from '@/lib/http/handler';
import { number } from '@/lib/http/params';
import { acceptDifference, ExplanationInput, withdrawExplanation } from '@/lib/services/invoices/manage-invoices';

export const PUT = handler({ body: ExplanationInput, run: ({ actor, params, body }) => acceptDifference(actor, number(params.id), body) });
export const DELETE = handler({ run: ({ actor, params }) => withdrawExplanation(actor, number(params.id)) });
