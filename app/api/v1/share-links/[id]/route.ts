import { handler } from '@/lib/http/handler';
import { number } from '@/lib/http/params';
import { revokeShareLink } from '@/lib/services/share/share-links';

export const DELETE = handler({ run: ({ actor, params }) => revokeShareLink(actor, number(params.id)) });
