import { handler } from '@/lib/http/handler';
import { today } from '@/lib/http/today';
import { runWhatIf, WhatIfQuery } from '@/lib/services/what-if/run-what-if';

export const GET = handler({ query: WhatIfQuery, run: ({ actor, query }) => runWhatIf(actor, query, today()) });
