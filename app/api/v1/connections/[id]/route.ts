import { handler } from '@/lib/http/handler';
import { number } from '@/lib/http/params';
import { getConnection } from '@/lib/services/connections/list-connections';
import { ConnectionChange, deleteConnection, updateConnection } from '@/lib/services/connections/manage-connections';

export const GET = handler({ run: ({ actor, params }) => getConnection(actor, number(params.id), new Date()) });
export const PATCH = handler({
  body: ConnectionChange,
  run: ({ actor, params, body }) => updateConnection(actor, number(params.id), body, new Date()),
});
export const DELETE = handler({ run: ({ actor, params }) => deleteConnection(actor, number(params.id)) });
