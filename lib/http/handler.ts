import { NextResponse } from 'next/server';
import { z } from 'zod';
import { requireActor } from '../auth/actor';
import type { Actor } from '../core/access/actor';
import { AppError, type AppErrorCode } from '../core/app-error';

const status: Record<AppErrorCode, number> = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  invalid: 422,
  conflict: 409,
  too_many: 429,
};

/** RFC 9457. */
export function problem(error: unknown): NextResponse {
  if (error instanceof z.ZodError) {
    const issues = error.issues.map((i) => ({ field: i.path.join('.'), message: i.message }));
    const detail = issues.map((i) => (i.field ? `${i.field}: ${i.message}` : i.message)).join('; ');
    return problemJson(422, 'invalid', detail, { issues });
  }
  if (error instanceof AppError) return problemJson(status[error.code], error.code, error.message, error.details);
  const reference = crypto.randomUUID().slice(0, 8);
  console.error(`[${reference}]`, error);
  return problemJson(500, 'failed', `Something failed on our side. Reference ${reference}.`, {});
}

const problemJson = (code: number, title: string, detail: string, more: object) =>
  NextResponse.json({ title, status: code, detail, ...more }, { status: code, headers: { 'content-type': 'application/problem+json' } });

type Context = { params: Promise<Record<string, string>> };

interface Door<Q, B> {
  /** Parses the query string, repeated keys as arrays. */
  query?: z.ZodType<Q>;
  body?: z.ZodType<B>;
  run: (input: { actor: Actor; query: Q; body: B; params: Record<string, string>; request: Request }) => Promise<unknown>;
}

/** A route for machines: who asks, what they ask, one service, the answer as JSON. A `Response` passes through as it is. */
export function handler<Q = undefined, B = undefined>({ query, body, run }: Door<Q, B>) {
  return async (request: Request, context: Context): Promise<Response> => {
    try {
      const actor = await requireActor();
      if (!isSameOrigin(request)) throw new AppError('forbidden', 'This request came from another site.');
      const result = await run({
        actor,
        query: query ? query.parse(searchParams(request)) : (undefined as Q),
        body: body ? body.parse(await request.json().catch(() => null)) : (undefined as B),
        params: await context.params,
        request,
      });
      return result instanceof Response ? result : NextResponse.json(result ?? null);
    } catch (error) {
      return problem(error);
    }
  };
}

function searchParams(request: Request): Record<string, string | string[]> {
  const params = new URL(request.url).searchParams;
  return Object.fromEntries(
    [...new Set(params.keys())].map((key) => {
      const all = params.getAll(key);
      return [key, all.length > 1 ? all : (all[0] ?? '')];
    }),
  );
}

/** A cookie travels with a request that another site makes; browsers then send that site's Origin. */
function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get('origin');
  return request.method === 'GET' || request.method === 'HEAD' || !origin || new URL(origin).host === request.headers.get('host');
}
