import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { inviteMember } from '@/lib/services/members/invite';

export const POST = handler({ body: z.unknown(), run: ({ actor, body }) => inviteMember(actor, body) });
