import type { ReadableStream } from 'node:stream/web';
import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { listEventBatches, uploadEvents } from '@/lib/services/events/upload-events';

const word = z.string().trim().min(1).max(200).optional();

export const GET = handler({ run: ({ actor }) => listEventBatches(actor) });

/** The body is the file itself; its name, and what it does not say, stand in the address. */
export const POST = handler({
  takesFile: true,
  query: z.object({
    name: z.string().min(1).max(400),
    format: word,
    channel: word,
    model: word,
    account: word,
    taskType: word,
    team: word,
    startDate: z.iso.date().optional(),
    people: z.enum(['hash', 'keep', 'drop']).optional(),
  }),
  run: ({ actor, query: { name, ...choices }, request }) =>
    uploadEvents(actor, { name, choices, body: request.body as ReadableStream<Uint8Array> | null }),
});
