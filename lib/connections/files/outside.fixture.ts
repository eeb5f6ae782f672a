import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { ConnectionKind, Delivery, Opened, Outside, Window } from '../types';

const always: Window = { from: '2000-01-01', until: '2100-01-01' };

/** The world as a test wants it: private addresses allowed, since the servers of a test are local. */
const outside = (more: Partial<Outside> = {}): Outside => ({
  now: () => new Date(),
  allowPrivate: true,
  watchable: [],
  ownCredentials: false,
  signal: new AbortController().signal,
  ...more,
});

/** What a form would send, checked as it would be. */
export const opened = <C, S>(kind: ConnectionKind<C, S>, config: object, secret: object, more: Partial<Outside> = {}): Opened<C, S> => ({
  config: kind.config.parse(config),
  secret: kind.secret.parse(secret),
  outside: outside(more),
});

export async function listed<C, S>(kind: ConnectionKind<C, S>, connection: Opened<C, S>, window = always): Promise<Delivery[]> {
  const found: Delivery[] = [];
  for await (const delivery of kind.deliveries(connection, window)) found.push(delivery);
  return found;
}

/** The delivery that there is; where there are several, the oldest. */
export async function theOne<C, S>(kind: ConnectionKind<C, S>, connection: Opened<C, S>): Promise<Delivery> {
  const [delivery] = await listed(kind, connection);
  if (!delivery) throw new Error('Nothing was listed.');
  return delivery;
}

export function temporaryFolder(): string {
  const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'headroom-connection-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const listen = (server: http.Server): Promise<number> =>
  new Promise((done) => server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port)));

/** What happens to one request on its way. `half`: its body is cut; `answer`: the server behind is never asked. */
export type Fault = 'none' | 'half' | 'hang up' | { status: number; headers?: Record<string, string>; body?: string };

export interface Proxy {
  port: number;
  /** Requests that came, as `GET /path?query`, with their range. */
  seen: { url: string; range: string | undefined }[];
  /** Asked once for every request. */
  fault: (url: string) => Fault;
}

/** Stands before a real server and lets things go wrong. The host stays as it was asked for, since it is signed. */
export async function faultyProxy(target: number): Promise<Proxy> {
  const proxy: Proxy = { port: 0, seen: [], fault: () => 'none' };
  const server = http.createServer((request, response) => {
    proxy.seen.push({
      url: `${request.method} ${request.url}`,
      range: (request.headers.range ?? request.headers['x-ms-range']) as string | undefined,
    });
    const fault = proxy.fault(request.url ?? '');
    if (fault === 'hang up') return request.socket.destroy();
    if (typeof fault === 'object') return response.writeHead(fault.status, fault.headers).end(fault.body);
    const onward = http.request(
      { port: target, host: '127.0.0.1', method: request.method, path: request.url, headers: request.headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        if (fault === 'none') return answer.pipe(response);
        const chunks: Buffer[] = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('end', () => {
          const all = Buffer.concat(chunks);
          response.write(all.subarray(0, Math.ceil(all.length / 2)), () => response.destroy());
        });
      },
    );
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  proxy.port = await listen(server);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return proxy;
}

/** The fault for so many requests, then none. */
export const first = (times: number, fault: Fault, only: (url: string) => boolean = () => true) => {
  let left = times;
  return (url: string): Fault => (only(url) && left-- > 0 ? fault : 'none');
};
