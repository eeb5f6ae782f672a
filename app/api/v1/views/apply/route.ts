import { z } from 'zod';
import { onlyFields } from '@/lib/core/input/known-fields';
import { handler } from '@/lib/http/handler';
import { applyViews } from '@/lib/services/views/apply-views';

export const POST = handler({
  body: onlyFields({ name: z.string().max(200).default('the file'), text: z.string().max(60_000), dryRun: z.boolean().default(false) }),
  run: ({ actor, body }) => applyViews(actor, body, { dryRun: body.dryRun }),
});
