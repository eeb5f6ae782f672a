import { handler } from '@/lib/http/handler';
import { number } from '@/lib/http/params';
import { discardImport } from '@/lib/services/imports/discard-import';
import { getImport } from '@/lib/services/imports/list-imports';

export const GET = handler({ run: ({ actor, params }) => getImport(actor, number(params.id)) });
export const DELETE = handler({ run: ({ actor, params }) => discardImport(actor, number(params.id)) });
