import { handler } from '@/lib/http/handler';
import { today } from '@/lib/http/today';
import { AllocationQuery } from '@/lib/services/allocation/showback';
import { getUnallocated } from '@/lib/services/allocation/unallocated';

export const GET = handler({ query: AllocationQuery, run: ({ actor, query }) => getUnallocated(actor, query, today()) });
