import { ViewChange } from '@/lib/core/views/view-draft';
import { handler } from '@/lib/http/handler';
import { number } from '@/lib/http/params';
import { changeView, deleteView, getView } from '@/lib/services/views/manage-views';

export const GET = handler({ run: ({ actor, params }) => getView(actor, number(params.id)) });
export const PATCH = handler({ body: ViewChange, run: ({ actor, params, body }) => changeView(actor, number(params.id), body) });
export const DELETE = handler({ run: ({ actor, params }) => deleteView(actor, number(params.id), new Date()) });
