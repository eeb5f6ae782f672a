import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { pushEvents } from '@/lib/services/events/push-events';

export const POST = handler({
  body: z.unknown(),
  bodyBytes: 16 * 1024 ** 2,
  run: ({ actor, body }) => pushEvents(actor, body),
});
