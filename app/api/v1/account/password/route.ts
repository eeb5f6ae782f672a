import { z } from 'zod';
import { startSession } from '@/lib/auth/session';
import { handler } from '@/lib/http/handler';
import { changePassword } from '@/lib/services/identity/change-password';

/** Every other session ends; this browser stays signed in with a new one. */
export const PUT = handler({
  body: z.unknown(),
  run: async ({ actor, body }) => {
    await startSession(await changePassword(actor, body));
  },
});
