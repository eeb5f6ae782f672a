import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { listDeliveries, retryDelivery } from '@/lib/services/alerts/inbox';

export const GET = handler({ run: ({ actor }) => listDeliveries(actor) });
/** Sends a failed delivery again. */
export const POST = handler({
  body: z.object({ id: z.string().regex(/^\d{1,18}$/) }),
  run: ({ actor, body }) => retryDelivery(actor, body.id, new Date()),
});
