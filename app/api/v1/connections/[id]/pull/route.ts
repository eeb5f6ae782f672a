import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { number } from '@/lib/http/params';
import { askForPull } from '@/lib/services/connections/manage-connections';

/** Pulls now; `from` a day reads everything since then once more. */
export const POST = handler({
  body: z.object({ from: z.string().optional() }).nullable(),
  run: ({ actor, params, body }) => askForPull(actor, number(params.id), body ?? {}, new Date()),
});
