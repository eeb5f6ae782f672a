import { handler } from '@/lib/http/handler';
import { listDimensions } from '@/lib/services/explore/dimension-values';

export const GET = handler({ run: ({ actor, request }) => listDimensions(actor, request.signal) });
