import { handler } from '@/lib/http/handler';
import { number } from '@/lib/http/params';
import { testChannel } from '@/lib/services/channels/test-channel';

export const POST = handler({ run: ({ actor, params }) => testChannel(actor, number(params.id), new Date()) });
