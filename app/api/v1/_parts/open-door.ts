import { NextResponse } from 'next/server';
import { AppError } from '@/lib/core/app-error';
import { problem } from '@/lib/http/handler';

type Context = { params: Promise<Record<string, string>> };

/** A route for people who cannot be signed in yet. The service asks for its own secret: a setup code, an invitation. */
export function openDoor(run: (input: { body: unknown; params: Record<string, string>; request: Request }) => Promise<unknown>) {
  return async (request: Request, context: Context): Promise<Response> => {
    try {
      const origin = request.headers.get('origin');
      if (origin && new URL(origin).host !== request.headers.get('host'))
        throw new AppError('forbidden', 'This request came from another site.');
      const body: unknown = await request.json().catch(() => null);
      return NextResponse.json((await run({ body, params: await context.params, request })) ?? null);
    } catch (error) {
      return problem(error);
    }
  };
}
