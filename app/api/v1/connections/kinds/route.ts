import { handler } from '@/lib/http/handler';
import { listKinds } from '@/lib/services/connections/kinds';

export const GET = handler({ run: async ({ actor }) => listKinds(actor) });
