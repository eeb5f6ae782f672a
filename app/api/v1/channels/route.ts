import { handler } from '@/lib/http/handler';
import { ChannelInput, createChannel, listChannels } from '@/lib/services/channels/manage-channels';

export const GET = handler({ run: ({ actor }) => listChannels(actor) });
export const POST = handler({ body: ChannelInput, run: ({ actor, body }) => createChannel(actor, body) });
