import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { number } from '@/lib/http/params';
import { changeRule, deleteRule } from '@/lib/services/alerts/manage-rules';

export const PATCH = handler({
  body: z.record(z.string(), z.unknown()),
  run: ({ actor, params, body }) => changeRule(actor, number(params.id), body),
});
export const DELETE = handler({ run: ({ actor, params }) => deleteRule(actor, number(params.id)) });
