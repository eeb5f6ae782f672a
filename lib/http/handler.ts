import type { z } from 'zod';
import { requireActor } from '../auth/actor';
import { requireOwnSite } from '../auth/own-site';
import type { Actor } from '../core/access/actor';
import { jsonLimitBytes, readJson, requireJsonType } from './body';
import { pathParams, searchParams } from './params';
import { answer, problem } from './problem';

type Context = { params: Promise<Record<string, string> | undefined> };

interface Door<Q, B> {
  /** Parses the query string, repeated keys as arrays. */
  query?: z.ZodType<Q>;
  /** Parses the body, which is JSON. */
  body?: z.ZodType<B>;
  /** How much of it is read, where `jsonLimitBytes` is too little: for a file inside of JSON. */
  bodyBytes?: number;
  /** The body is a file of any size and type, which the service streams by itself. */
  takesFile?: boolean;
  run: (input: { actor: Actor; query: Q; body: B; params: Record<string, string>; request: Request }) => Promise<unknown>;
}

/** A route for machines: who asks, what they ask, one service, the answer as JSON. A `Response` passes through as it is. */
export function handler<Q = undefined, B = undefined>({ query, body, bodyBytes = jsonLimitBytes, takesFile, run }: Door<Q, B>) {
  return async (request: Request, context: Context): Promise<Response> => {
    try {
      requireOwnSite(request);
      const actor = await requireActor();
      if (!body && !takesFile && request.method !== 'GET' && request.headers.has('content-type')) requireJsonType(request);
      const result = await run({
        actor,
        query: query ? query.parse(searchParams(request)) : (undefined as Q),
        body: body ? body.parse(await readJson(request, bodyBytes)) : (undefined as B),
        params: pathParams(await context.params),
        request,
      });
      return answer(result);
    } catch (error) {
      return problem(error);
    }
  };
}

interface OpenInput {
  /** Reads the body when it is wanted, so that a service can refuse before it listens. */
  body: () => Promise<unknown>;
  params: Record<string, string>;
  request: Request;
}

/** A route for people who cannot be signed in yet. The service asks for its own secret: a setup code, an invitation. */
export function openDoor(run: (input: OpenInput) => Promise<unknown>) {
  return async (request: Request, context: Context): Promise<Response> => {
    try {
      requireOwnSite(request);
      return answer(await run({ body: () => readJson(request), params: pathParams(await context.params), request }));
    } catch (error) {
      return problem(error);
    }
  };
}
