import { AsyncLocalStorage } from 'node:async_hooks';
import http from 'node:http';
import { isIPv6 } from 'node:net';
import { env } from '../env';

// Held globally: the server's start and its routes are bundled apart, and both mean the same process.
const held = globalThis as { headroomPeers?: AsyncLocalStorage<string>; headroomProxyHint?: boolean };

/**
 * Remembers for each request the address at the other end of its socket. Next hands on headers only, and a header can say anything; what is
 * kept beside the request cannot be forged. Called once, when the server starts.
 */
export function watchPeers(): void {
  if (held.headroomPeers) return;
  const peers = new AsyncLocalStorage<string>();
  held.headroomPeers = peers;
  const emit = http.Server.prototype.emit;
  http.Server.prototype.emit = function (this: http.Server, event: string | symbol, ...args: unknown[]) {
    const go = () => Reflect.apply(emit, this, [event, ...args]) as boolean;
    const peer = event === 'request' ? (args[0] as http.IncomingMessage).socket.remoteAddress : undefined;
    return peer ? peers.run(peer, go) : go();
  };
}

/** Who asks, as far as a network can say: the peer, or behind trusted proxies the address that the outermost of them saw. */
export function requestAddress(forwardedFor: string | null | undefined): string | null {
  const peer = held.headroomPeers?.getStore() ?? null;
  const hops = env().HEADROOM_TRUSTED_PROXY;
  if (hops === 0) hint(forwardedFor, peer);
  return addressFrom({ forwardedFor, peer, hops });
}

/** Each trusted proxy wrote one entry, the nearest the last; what stands before them is hearsay. */
export function addressFrom({
  forwardedFor,
  peer,
  hops,
}: {
  forwardedFor: string | null | undefined;
  peer: string | null;
  hops: number;
}): string | null {
  if (hops === 0) return peer;
  const written = (forwardedFor ?? '').split(',').flatMap((entry) => entry.trim() || []);
  return written.at(-Math.min(hops, written.length)) ?? peer;
}

/** An address as it is counted: IPv4 written as IPv6 is IPv4, and of IPv6 the half that one household is given whole. */
export function networkOf(address: string): string {
  const plain = address.replace(/^\[|\](:\d+)?$/g, '').replace(/%.*$/, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(plain)) return plain.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
  // the URL parser writes every spelling of an address in the one short way
  const [head = '', tail] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split('::');
  const left = head ? head.split(':') : [];
  const right = tail ? tail.split(':') : [];
  const zeros = Array.from({ length: tail === undefined ? 0 : 8 - left.length - right.length }, () => '0');
  return `${[...left, ...zeros, ...right].slice(0, 4).join(':')}::/64`;
}

/** Next adds the peer itself where nobody forwards; anything else was written by a proxy, or by somebody who plays one. */
function hint(forwardedFor: string | null | undefined, peer: string | null): void {
  if (held.headroomProxyHint || !forwardedFor || !peer || forwardedFor === peer) return;
  held.headroomProxyHint = true;
  console.warn(
    `A request came with X-Forwarded-For, which is not believed: everybody behind ${peer} counts as one address. ` +
      'If that is your proxy, set HEADROOM_TRUSTED_PROXY=1.',
  );
}
