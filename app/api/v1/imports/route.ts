import type { ReadableStream } from 'node:stream/web';
import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { listImports } from '@/lib/services/imports/list-imports';
import { receiveUpload } from '@/lib/services/imports/receive-upload';

export const GET = handler({ run: ({ actor }) => listImports(actor) });

/** The body is the file itself, streamed to disk; its name stands in the address. */
export const POST = handler({
  takesFile: true,
  query: z.object({ name: z.string().min(1).max(400) }),
  run: ({ actor, query, request }) => receiveUpload(actor, { name: query.name, body: request.body as ReadableStream<Uint8Array> | null }),
});
