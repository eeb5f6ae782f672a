import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { applyAgreements } from '@/lib/services/agreements/apply-agreements';

export const POST = handler({
  body: z.object({ text: z.string().max(60_000), dryRun: z.boolean().default(false) }),
  run: ({ actor, body }) => applyAgreements(actor, { name: 'the agreement', text: body.text }, { dryRun: body.dryRun }),
});
