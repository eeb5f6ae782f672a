import http from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';
import { guardedLookup, isPrivateHost, PrivateAddress } from '../../outside/private-addresses';
import { ConnectionFailure, type Outside } from '../types';

type Guard = Pick<Outside, 'allowPrivate'>;
type Done = ((error: Error | null, stream: Duplex) => void) | undefined;

/** A redirect may lead to a literal address, which no look-up sees: so the host is asked for at every connection. */
const refuses = (host: string | null | undefined, done: Done): boolean => {
  if (!isPrivateHost(host ?? '')) return false;
  done?.(new PrivateAddress(), undefined as unknown as Duplex); // node gives no stream with an error, though its types want one
  return true;
};

class GuardedHttp extends http.Agent {
  override createConnection(options: http.ClientRequestArgs, done?: (error: Error | null, stream: Duplex) => void) {
    return refuses(options.host, done) ? undefined : super.createConnection(options, done);
  }
}

class GuardedHttps extends https.Agent {
  override createConnection(options: https.RequestOptions, done?: (error: Error | null, stream: Duplex) => void) {
    return refuses(options.host, done) ? undefined : super.createConnection(options, done);
  }
}

/** Agents for requests to what a person configured; `end` closes what they hold open. */
export function agentsFor({ allowPrivate }: Guard): { http: http.Agent; https: https.Agent; end: () => void } {
  const options = { keepAlive: true, maxSockets: 16 };
  const agents = allowPrivate
    ? { http: new http.Agent(options), https: new https.Agent(options) }
    : { http: new GuardedHttp({ ...options, lookup: guardedLookup }), https: new GuardedHttps({ ...options, lookup: guardedLookup }) };
  return {
    ...agents,
    end: () => {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

/** An address that a person gave. Only within our own network may it go without encryption, since it carries a key. */
export function checkedAddress(address: string, { allowPrivate }: Guard): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash)
    throw new ConnectionFailure('The address is none of the form https://host/path.', true);
  if (!allowPrivate && isPrivateHost(url.hostname)) throw new ConnectionFailure(new PrivateAddress().message, true);
  if (!allowPrivate && url.protocol === 'http:')
    throw new ConnectionFailure('The address begins with http://: give the one with https://.', true);
  return url;
}
