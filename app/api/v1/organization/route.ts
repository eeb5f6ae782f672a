import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { changeOrganization, getOrganization } from '@/lib/services/organization/organization';

export const GET = handler({ run: ({ actor }) => getOrganization(actor) });
export const PATCH = handler({ body: z.unknown(), run: ({ actor, body }) => changeOrganization(actor, body) });
