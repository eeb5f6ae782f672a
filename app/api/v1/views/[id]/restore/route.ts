import { handler } from '@/lib/http/handler';
import { number } from '@/lib/http/params';
import { restoreView } from '@/lib/services/views/manage-views';

export const POST = handler({ run: ({ actor, params }) => restoreView(actor, number(params.id)) });
