import { NextResponse } from 'next/server';
import { z } from 'zod';
import { currentUser, organizationCookie } from '@/lib/auth/actor';
import { secureCookies, sessionLifeSeconds } from '@/lib/auth/session-cookie';
import { AppError } from '@/lib/core/app-error';
import { handler } from '@/lib/http/handler';

/** Chooses the organisation of the next requests. Each of them checks the membership again. */
export const PUT = handler({
  body: z.object({ organizationId: z.number().int() }),
  run: async ({ body }) => {
    const membership = (await currentUser())?.memberships.find((m) => m.organizationId === body.organizationId);
    if (!membership) throw new AppError('not_found', 'You are not a member of this organisation.');
    const response = NextResponse.json(membership);
    response.cookies.set(organizationCookie, String(membership.organizationId), {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      maxAge: sessionLifeSeconds,
      secure: secureCookies(),
    });
    return response;
  },
});
