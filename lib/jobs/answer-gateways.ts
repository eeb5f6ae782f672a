import http from 'node:http';
import { answerQuickly } from '../services/headroom/answer-quickly';

const held = globalThis as { headroomGateways?: boolean };

/**
 * Answers gateways that ask for headroom before the request reaches Next, whose own way costs more than the answer. Whatever cannot be answered
 * at once (another question, a wrong token, an unknown budget) goes on as if nothing had happened. Called once, when the server starts.
 */
export function answerGateways(): void {
  if (held.headroomGateways) return;
  held.headroomGateways = true;
  const emit = http.Server.prototype.emit;
  http.Server.prototype.emit = function (this: http.Server, event: string | symbol, ...args: unknown[]) {
    const go = () => Reflect.apply(emit, this, [event, ...args]) as boolean;
    const [request, response] = args as [http.IncomingMessage, http.ServerResponse];
    const isQuestion =
      event === 'request' && request.method === 'GET' && request.url?.startsWith('/api/v1/headroom/') && request.headers.authorization;
    if (!isQuestion) return go();
    answerQuickly(request.url ?? '', request.headers.authorization ?? '', new Date()).then((json) => {
      if (json === null) return go();
      response
        .writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store', 'content-length': Buffer.byteLength(json) })
        .end(json);
    }, go);
    return true;
  };
}
