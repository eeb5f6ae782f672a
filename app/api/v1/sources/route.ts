import { handler } from '@/lib/http/handler';
import { today } from '@/lib/http/today';
import { getSources, SourcesQuery } from '@/lib/services/sources/get-sources';

export const GET = handler({ query: SourcesQuery, run: ({ actor, query }) => getSources(actor, query, today()) });
