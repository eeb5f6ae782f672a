import { type NextRequest, NextResponse } from 'next/server';
import { getToken } from 'next-auth/jwt';
import { signInPath } from './lib/auth/next-path';
import { sessionCookie } from './lib/auth/session-cookie';
import { env } from './lib/env';

const open = /^\/(sign-in|sign-out|welcome|join|reset|share)(\/|$)/;

/** Sends the signed-out to sign-in and gives each page its security policy. It decides nothing: services do. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const path = request.nextUrl.pathname + request.nextUrl.search;
  if (!open.test(request.nextUrl.pathname) && !(await hasToken(request)))
    return NextResponse.redirect(new URL(signInPath(path), request.url));

  const policy = contentSecurityPolicy(btoa(crypto.randomUUID()));
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy); // Next puts the nonce it finds here on its own scripts
  headers.set('x-headroom-path', path);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

const hasToken = async (request: NextRequest) =>
  (await getToken({ req: request, secret: env().NEXTAUTH_SECRET, cookieName: sessionCookie() }).catch(() => null)) !== null;

/** Styles may stand inline: charts and menus place themselves with them. Scripts may not. */
function contentSecurityPolicy(nonce: string): string {
  const development = env().NODE_ENV === 'development';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

// Not for /api and OTLP's /v1 at all: the proxy would hold request bodies in memory, up to 10 MB of an upload of gigabytes. Not for files either.
export const config = {
  matcher: [{ source: '/((?!api(?:/|$)|v1/|_next/|icon\\.svg|favicon\\.ico|.*\\.(?:svg|png|ico|txt|webmanifest|woff2)$).*)' }],
};
