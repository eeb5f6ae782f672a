import { handler } from '@/lib/http/handler';
import { listLoads } from '@/lib/services/loads/list-loads';

export const GET = handler({ run: ({ actor }) => listLoads(actor) });
