import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { number } from '@/lib/http/params';
import { today } from '@/lib/http/today';
import { getAgreement } from '@/lib/services/agreements/list-agreements';

export const GET = handler({
  query: z.object({ 'as-of': z.iso.date().optional().catch(undefined) }),
  run: ({ actor, params, query }) => getAgreement(actor, number(params.id), today(), query['as-of']),
});
