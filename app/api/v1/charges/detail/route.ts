import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { getCharge } from '@/lib/services/costs/get-costs';

export const GET = handler({
  query: z.object({ load: z.coerce.number().int().positive(), line: z.string().regex(/^\d{1,18}$/), profile: z.guid() }),
  run: ({ actor, query }) => getCharge(actor, query),
});
