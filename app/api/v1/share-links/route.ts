import { handler } from '@/lib/http/handler';
import { createShareLink, listShareLinks, ShareRequest } from '@/lib/services/share/share-links';

export const GET = handler({ run: ({ actor }) => listShareLinks(actor) });
export const POST = handler({ body: ShareRequest, run: ({ actor, body }) => createShareLink(actor, body, new Date()) });
