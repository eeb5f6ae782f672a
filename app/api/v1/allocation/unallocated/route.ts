import { z } from 'zod';
import { AllocationQuery } from '@/lib/core/allocation/allocation-query';
import { handler } from '@/lib/http/handler';
import { today } from '@/lib/http/today';
import { getUnallocated } from '@/lib/services/allocation/unallocated';

export const GET = handler({
  query: z.looseObject({}).transform(AllocationQuery.parse),
  run: ({ actor, query }) => getUnallocated(actor, query, today()),
});
