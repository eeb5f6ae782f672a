import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { repricePast } from '@/lib/services/prices/reprice-past';

export const POST = handler({
  body: z.object({ from: z.string(), to: z.string(), apply: z.boolean().default(false) }),
  run: ({ actor, body }) => repricePast(actor, body),
});
