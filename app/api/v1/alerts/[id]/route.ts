import { handler } from '@/lib/http/handler';
import { number } from '@/lib/http/params';
import { AlertChange, changeAlert, getAlert } from '@/lib/services/alerts/inbox';

export const GET = handler({ run: ({ actor, params }) => getAlert(actor, number(params.id)) });
export const PATCH = handler({ body: AlertChange, run: ({ actor, params, body }) => changeAlert(actor, number(params.id), body) });
