import { handler } from '@/lib/http/handler';
import { number } from '@/lib/http/params';
import { undoLoad } from '@/lib/services/loads/undo-load';

export const POST = handler({ run: ({ actor, params }) => undoLoad(actor, number(params.id)) });
