import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { NoteInput, noteUnattributed, queryUnattributed } from '@/lib/services/models/get-unattributed';

export const GET = handler({
  query: z.object({ from: z.string(), to: z.string() }),
  run: ({ actor, query }) => queryUnattributed(actor, query),
});
export const POST = handler({ body: NoteInput, run: ({ actor, body }) => noteUnattributed(actor, body) });
