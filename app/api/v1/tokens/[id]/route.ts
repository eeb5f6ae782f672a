import { handler } from '@/lib/http/handler';
import { number } from '@/lib/http/params';
import { revokeToken } from '@/lib/services/tokens/manage-tokens';

export const DELETE = handler({ run: ({ actor, params }) => revokeToken(actor, number(params.id)) });
