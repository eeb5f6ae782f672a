import dns from 'node:dns';
import net from 'node:net';

const forbidden = new net.BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24],
  ['192.168.0.0', 16], ['198.18.0.0', 15], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const) forbidden.addSubnet(network, bits, 'ipv4'); // biome-ignore format: a table
for (const [network, bits] of [
  ['::', 128], ['::1', 128], ['64:ff9b::', 96], ['64:ff9b:1::', 48], ['2002::', 16], ['fc00::', 7], ['fe80::', 10], ['fec0::', 10], ['ff00::', 8],
] as const) forbidden.addSubnet(network, bits, 'ipv6'); // biome-ignore format: a table

/** What is thrown for an address that may not be reached. */
export class PrivateAddress extends Error {
  constructor() {
    super('The address belongs to a private or local network. HEADROOM_ALLOW_PRIVATE_TARGETS=true permits it.');
    this.name = 'PrivateAddress';
  }
}

/** Is this an address of our own network, of this machine, or of none? IPv4 inside of IPv6 is looked through. */
export function isPrivate(address: string): boolean {
  const mapped = /^::(?:ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return forbidden.check(mapped, 'ipv4');
  const family = net.isIP(address);
  if (family === 6 && /^::(ffff:)?[0-9a-f]{1,4}:[0-9a-f]{1,4}$/i.test(address)) return true;
  return family === 0 || forbidden.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** Is this host, as it stands in an address, itself a private address? A name is asked for by `guardedLookup`. */
export function isPrivateHost(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '');
  return net.isIP(bare) !== 0 && isPrivate(bare);
}

/** Resolves a name, and refuses when any of its addresses is private: the connection is made to what was checked, not to a second answer. */
export const guardedLookup: net.LookupFunction = (name, options, done) =>
  dns.lookup(name, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, '', 0);
    if (addresses.some((a) => isPrivate(a.address))) return done(new PrivateAddress(), '', 0);
    if (options.all) return (done as unknown as (e: null, a: dns.LookupAddress[]) => void)(null, addresses);
    done(null, addresses[0]?.address ?? '', addresses[0]?.family ?? 4);
  });
