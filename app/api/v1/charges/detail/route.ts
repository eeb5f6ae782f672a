import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { number } from '@/lib/http/params';
import { getCharge } from '@/lib/services/costs/get-charge';

export const GET = handler({
  query: z.object({ load: z.string().transform(number), line: z.string().regex(/^\d{1,18}$/), profile: z.guid() }),
  run: ({ actor, query }) => getCharge(actor, query),
});
