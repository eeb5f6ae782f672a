import { handler } from '@/lib/http/handler';
import { listConnections } from '@/lib/services/connections/list-connections';
import { ConnectionInput, createConnection } from '@/lib/services/connections/manage-connections';

export const GET = handler({ run: ({ actor }) => listConnections(actor, new Date()) });
export const POST = handler({ body: ConnectionInput, run: ({ actor, body }) => createConnection(actor, body, new Date()) });
