import dns from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { createTransport } from 'nodemailer';
import { type Outside, SendFailure } from './types';

const forbidden = new net.BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24],
  ['192.168.0.0', 16], ['198.18.0.0', 15], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const) forbidden.addSubnet(network, bits, 'ipv4'); // biome-ignore format: a table
for (const [network, bits] of [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  forbidden.addSubnet(network, bits, 'ipv6');

/** Is this an address of our own network, of this machine, or of none? IPv4 inside of IPv6 is looked through. */
export function isPrivate(address: string): boolean {
  const mapped = /^::(?:ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return forbidden.check(mapped, 'ipv4');
  const family = net.isIP(address);
  if (family === 6 && /^::(ffff:)?[0-9a-f]{1,4}:[0-9a-f]{1,4}$/i.test(address)) return true;
  return family === 0 || forbidden.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

const refusal = () =>
  new SendFailure('The address belongs to a private or local network. HEADROOM_ALLOW_PRIVATE_TARGETS=true permits it.', true);

/** Resolves a name, and refuses when any of its addresses is private: the connection is made to what was checked, not to a second answer. */
const guardedLookup: net.LookupFunction = (name, options, done) =>
  dns.lookup(name, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, '', 0);
    if (addresses.some((a) => isPrivate(a.address))) return done(refusal(), '', 0);
    if (options.all) return (done as unknown as (e: null, a: dns.LookupAddress[]) => void)(null, addresses);
    done(null, addresses[0]?.address ?? '', addresses[0]?.family ?? 4);
  });

const TIMEOUT_MS = 10_000;
const ANSWER_BYTES = 4_096;

/** The real world: HTTP that follows no redirect and reaches no private network, and SMTP. */
export function realOutside({ allowPrivate }: { allowPrivate: boolean }): Outside {
  return {
    now: () => new Date(),
    post: (url, body, headers) => post(new URL(url), body, headers ?? {}, allowPrivate),
    mail: async ({ user, password, ...server }, mail) => {
      const transport = createTransport({
        ...server,
        ...(user !== null && { auth: { user, pass: password ?? '' } }),
        connectionTimeout: TIMEOUT_MS,
        greetingTimeout: TIMEOUT_MS,
        socketTimeout: TIMEOUT_MS,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      try {
        const { response, rejected } = await transport.sendMail(mail);
        if (rejected.length)
          throw new SendFailure(`The server refused ${rejected.length} of ${mail.to.length} recipients: ${response}`, true);
        return String(response).slice(0, 300);
      } catch (e) {
        throw e instanceof SendFailure ? e : mailFailure(e as Error & { responseCode?: number; code?: string });
      } finally {
        transport.close();
      }
    },
  };
}

function mailFailure(e: Error & { responseCode?: number; code?: string }): SendFailure {
  const isFinal = e.code === 'EAUTH' || e.code === 'EENVELOPE' || (e.responseCode !== undefined && e.responseCode >= 500);
  return new SendFailure(`The mail server: ${e.message}`.slice(0, 300), isFinal);
}

function post(url: URL, body: string, headers: Record<string, string>, allowPrivate: boolean): Promise<{ status: number; text: string }> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!allowPrivate && net.isIP(host) && isPrivate(host)) return Promise.reject(refusal());
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).request(
      url,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'user-agent': 'Headroom', ...headers },
        ...(!allowPrivate && { lookup: guardedLookup }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
        agent: false,
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
          if (text.length > ANSWER_BYTES) response.destroy();
        });
        response.on('close', () => resolve({ status: response.statusCode ?? 0, text: text.slice(0, ANSWER_BYTES) }));
        response.on('error', () => {});
      },
    );
    request.on('error', (e: Error & { code?: string }) => reject(e instanceof SendFailure ? e : new SendFailure(connectionSentence(e))));
    request.end(body);
  });
}

function connectionSentence(e: Error & { code?: string }): string {
  if (e.name === 'TimeoutError' || e.name === 'AbortError') return `No answer within ${TIMEOUT_MS / 1000} seconds.`;
  if (e.code === 'ENOTFOUND') return 'The name of the address cannot be resolved.';
  if (e.code === 'ECONNREFUSED') return 'Nothing listens at the address.';
  return `The connection failed (${e.code ?? e.name}).`;
}
