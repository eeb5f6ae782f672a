import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { createRule, listRules } from '@/lib/services/alerts/manage-rules';

export const GET = handler({ run: ({ actor }) => listRules(actor, new Date()) });
export const POST = handler({ body: z.record(z.string(), z.unknown()), run: ({ actor, body }) => createRule(actor, body) });
