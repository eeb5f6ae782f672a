import { handler } from '@/lib/http/handler';
import { number } from '@/lib/http/params';
import { deleteMapping, getMapping } from '@/lib/services/imports/mappings/manage-mappings';

export const GET = handler({ run: ({ actor, params }) => getMapping(actor, number(params.id)) });
export const DELETE = handler({ run: ({ actor, params }) => deleteMapping(actor, number(params.id)) });
