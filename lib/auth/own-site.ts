import { AppError } from '../core/app-error';
import { env } from '../env';

/** A cookie travels with a request that another site makes. Browsers say whose it is; what changes something must be ours. */
export function requireOwnSite(request: Request): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const origin = request.headers.get('origin');
  const isForeign = origin !== null && !ownHosts(request).includes(hostOf(origin));
  if (isForeign || request.headers.get('sec-fetch-site') === 'cross-site')
    throw new AppError('forbidden', 'This request came from another site.');
}

/** The host that was asked, and the one people type: a proxy between them may write its own. */
function ownHosts(request: Request): (string | null)[] {
  const typed = env().NEXTAUTH_URL;
  return [request.headers.get('host'), typed ? hostOf(typed) : null];
}

/** Sandboxed frames and some redirects send the word `null`, which is nobody's host. */
const hostOf = (origin: string): string => (URL.canParse(origin) ? new URL(origin).host : '');
