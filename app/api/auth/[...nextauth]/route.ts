import { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { currentUser } from '@/lib/auth/actor';
import { authOptions } from '@/lib/auth/options';
import { requireOwnSite } from '@/lib/auth/own-site';
import { AppError } from '@/lib/core/app-error';
import { jsonLimitBytes, readText } from '@/lib/http/body';
import { answer, problem } from '@/lib/http/problem';

type Context = { params: Promise<{ nextauth: string[] }> };

// What signing in with a password takes, and the pages that lead to ours. Everything else of next-auth stays shut.
const open = new Set([
  'GET csrf',
  'GET providers',
  'GET session',
  'GET signin',
  'GET signout',
  'GET error',
  'GET verify-request',
  'POST callback/credentials',
  'POST signout',
]);

async function auth(request: NextRequest, context: Context): Promise<Response> {
  try {
    const action = `${request.method} ${(await context.params).nextauth.join('/')}`;
    if (!open.has(action)) throw new AppError('not_found', 'There is nothing at this address.');
    requireOwnSite(request);
    // A signed-out or ended session is none, whatever its cookie still says.
    if (action === 'GET session' && !(await currentUser())) return answer({});
    return answer(await pass(request.method === 'POST' ? await whole(request) : request, context));
  } catch (error) {
    return problem(error);
  }
}

const pass = (request: NextRequest, context: Context): Promise<Response> => NextAuth(request as never, context as never, authOptions()); // its types know the Pages Router only

/** next-auth would read a body of any size. */
async function whole(request: NextRequest): Promise<NextRequest> {
  const body = await readText(request, jsonLimitBytes);
  return new NextRequest(request.url, { method: 'POST', headers: request.headers, body });
}

export { auth as GET, auth as POST };
