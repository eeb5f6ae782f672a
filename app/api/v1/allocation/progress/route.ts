import { handler } from '@/lib/http/handler';
import { getAllocationProgress } from '@/lib/services/allocation/progress';

/** How far the allocation is that runs now. */
export const GET = handler({ run: ({ actor }) => getAllocationProgress(actor) });
