import { handler } from '@/lib/http/handler';
import { receiveTraces } from '@/lib/http/otlp';
import { pushTraces } from '@/lib/services/events/push-events';

/** OpenTelemetry's own address, with an API token as bearer. */
export const POST = handler({
  takesFile: true,
  run: async ({ actor, request }) => receiveTraces(request, (body) => pushTraces(actor, body)),
});
