import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { changeRole } from '@/lib/services/members/change-role';
import { removeMember } from '@/lib/services/members/remove';

export const PATCH = handler({ body: z.unknown(), run: ({ actor, params, body }) => changeRole(actor, params.id ?? '', body) });
export const DELETE = handler({ run: ({ actor, params }) => removeMember(actor, params.id ?? '') });
