import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { number } from '@/lib/http/params';
import { today } from '@/lib/http/today';
import { postStatement } from '@/lib/services/agreements/post-statement';

export const POST = handler({
  body: z.object({ period: z.string().max(10) }),
  run: ({ actor, params, body }) => postStatement(actor, number(params.id), body.period, today()),
});
