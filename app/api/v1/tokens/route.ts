import { handler } from '@/lib/http/handler';
import { createToken, listTokens, TokenRequest } from '@/lib/services/tokens/manage-tokens';

export const GET = handler({ run: ({ actor }) => listTokens(actor) });
export const POST = handler({ body: TokenRequest, run: ({ actor, body }) => createToken(actor, body, new Date()) });
