import { handler } from '@/lib/http/handler';
import { number } from '@/lib/http/params';
import { testConnection } from '@/lib/services/connections/test-connection';

export const POST = handler({ run: ({ actor, params }) => testConnection(actor, number(params.id)) });
