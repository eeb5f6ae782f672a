import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { importTree } from '@/lib/services/allocation/save';

/** A tree as CSV inside of JSON; it replaces the one there was. */
export const POST = handler({
  body: z.object({ name: z.string().max(200).default('the file'), text: z.string().max(1_000_000) }),
  bodyBytes: 2 * 1024 ** 2,
  run: ({ actor, body }) => importTree(actor, body),
});
