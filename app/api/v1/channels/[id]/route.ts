import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { number } from '@/lib/http/params';
import { deleteChannel, updateChannel } from '@/lib/services/channels/manage-channels';

const fields = z.record(z.string(), z.unknown()).optional();

export const PATCH = handler({
  body: z.object({ config: fields, secret: fields, subscription: fields, enabled: z.boolean().optional() }),
  run: ({ actor, params, body }) => updateChannel(actor, number(params.id), body),
});
export const DELETE = handler({ run: ({ actor, params }) => deleteChannel(actor, number(params.id)) });
