import { UnallocatedAsk } from '@/lib/core/allocation/allocation-ask';
import { handler } from '@/lib/http/handler';
import { today } from '@/lib/http/today';
import { getUnallocated } from '@/lib/services/allocation/unallocated';

export const GET = handler({ query: UnallocatedAsk, run: ({ actor, query }) => getUnallocated(actor, query, today()) });
