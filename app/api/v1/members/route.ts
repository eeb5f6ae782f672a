import { handler } from '@/lib/http/handler';
import { getMembers } from '@/lib/services/members/list';

export const GET = handler({ run: ({ actor }) => getMembers(actor) });
