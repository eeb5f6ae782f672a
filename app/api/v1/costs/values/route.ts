import { ValuesAsk } from '@/lib/core/explore/explore-ask';
import { handler } from '@/lib/http/handler';
import { today } from '@/lib/http/today';
import { dimensionValues } from '@/lib/services/explore/dimension-values';

export const GET = handler({
  query: ValuesAsk,
  run: ({ actor, query, request }) => dimensionValues(actor, query, today(), request.signal),
});
