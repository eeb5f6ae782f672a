import { z } from 'zod';
import { edition } from '@/lib/core/allocation/types';
import { handler } from '@/lib/http/handler';
import { importTree, planTree } from '@/lib/services/allocation/save';

/** A tree as CSV inside of JSON; it replaces the one there was. With `dryRun` only the names that it would add, change and take away. */
export const POST = handler({
  body: z.object({
    name: z.string().max(200).default('the file'),
    text: z.string().max(1_000_000),
    dryRun: z.boolean().default(false),
    base: edition,
  }),
  bodyBytes: 2 * 1024 ** 2,
  run: ({ actor, body }) => (body.dryRun ? planTree(actor, body) : importTree(actor, body)),
});
