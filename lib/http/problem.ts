import { z } from 'zod';
import { AppError, type AppErrorCode } from '../core/app-error';

const status: Record<AppErrorCode, number> = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unsupported_type: 415,
  invalid: 422,
  too_many: 429,
  preparing: 503,
};

/** An answer is for the one who asked, now: no cache on the way keeps it. */
const uncached = { 'cache-control': 'no-store' };

/** What went wrong as RFC 9457 says it. A bug is logged and shows no more than its reference. */
export function problem(error: unknown): Response {
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

function problemJson(code: number, title: string, detail: string, more: object): Response {
  const headers = new Headers({ ...uncached, 'content-type': 'application/problem+json' });
  // Whoever sends too much is not listened to any longer.
  if (code === 413) headers.set('connection', 'close');
  if (code === 503) headers.set('retry-after', '2');
  return new Response(JSON.stringify({ title, status: code, detail, ...more }), { status: code, headers });
}

/** What a service gave back, as JSON; a `Response` of its own keeps what it says. */
export function answer(result: unknown): Response {
  if (!(result instanceof Response)) return Response.json(result ?? null, { headers: uncached });
  if (!result.headers.has('cache-control')) result.headers.set('cache-control', 'no-store');
  return result;
}
