import { handler } from '@/lib/http/handler';
import { revokeInvitation } from '@/lib/services/members/revoke-invitation';

export const DELETE = handler({ run: ({ actor, params }) => revokeInvitation(actor, params.id ?? '') });
