import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { today } from '@/lib/http/today';
import { search } from '@/lib/services/search/search';

export const GET = handler({
  query: z.object({ q: z.string().max(200).default('') }),
  run: ({ actor, query, request }) => search(actor, query.q, today(), request.signal),
});
