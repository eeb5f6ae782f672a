import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { checkHeadroom } from '@/lib/services/headroom/check-headroom';

export const GET = handler({
  query: z.object({ value: z.string().max(500).optional() }),
  run: ({ actor, params, query }) => checkHeadroom(actor, params.budget ?? '', query.value ?? null, new Date()),
});
