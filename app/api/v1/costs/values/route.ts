import { z } from 'zod';
import { exploreAskWith } from '@/lib/core/explore/explore-ask';
import { handler } from '@/lib/http/handler';
import { today } from '@/lib/http/today';
import { dimensionValues } from '@/lib/services/explore/dimension-values';

const Typed = z.object({ q: z.string().max(200).default('') });

export const GET = handler({
  query: exploreAskWith(Typed),
  run: ({ actor, query, request }) => dimensionValues(actor, query, today(), request.signal),
});
