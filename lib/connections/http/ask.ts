import http from 'node:http';
import https from 'node:https';
import type { agentsFor } from '../files/guarded-agents';
import { networkFailure } from '../files/network-failure';
import { ConnectionFailure } from '../types';

const TEXT_BYTES = 16 * 1024 ** 2;

interface Question {
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
  signal: AbortSignal;
}

/** One request by our own agents. It follows no redirect, so that no token goes where it was not meant to. */
export function ask(
  agents: ReturnType<typeof agentsFor>,
  address: string,
  { method = 'GET', headers, body, signal }: Question,
  who: string,
): Promise<http.IncomingMessage> {
  const url = new URL(address);
  const isHttps = url.protocol === 'https:';
  return new Promise((resolve, reject) => {
    (isHttps ? https : http)
      .request(
        url,
        { method, agent: isHttps ? agents.https : agents.http, signal, headers: { 'user-agent': 'Headroom', ...headers } },
        resolve,
      )
      .on('error', (e) => reject(networkFailure(e, who) ?? new ConnectionFailure(`${who}: the connection broke off.`)))
      .end(body);
  });
}

/** An answer as text; throws when it breaks off or is larger than any answer of an API. */
export async function textOf(answer: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > TEXT_BYTES) throw new ConnectionFailure('The answer is larger than any listing.', true);
  }
  return Buffer.concat(chunks).toString('utf8');
}
