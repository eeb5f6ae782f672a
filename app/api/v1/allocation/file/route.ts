import { z } from 'zod';
import { edition } from '@/lib/core/allocation/types';
import { handler } from '@/lib/http/handler';
import { applyAllocation, exportAllocation } from '@/lib/services/allocation/save';

export const GET = handler({
  run: async ({ actor }) =>
    new Response(await exportAllocation(actor), {
      headers: { 'content-type': 'application/yaml; charset=utf-8', 'content-disposition': 'attachment; filename="allocation.yaml"' },
    }),
});

/** The whole allocation as a file says it; with `dryRun` only what would change. */
export const POST = handler({
  body: z.object({
    name: z.string().max(200).default('the file'),
    text: z.string().max(1_000_000),
    dryRun: z.boolean().default(false),
    base: edition,
  }),
  bodyBytes: 2 * 1024 ** 2,
  run: ({ actor, body: { dryRun, base, ...file } }) => applyAllocation(actor, file, { dryRun, base }),
});
