import { z } from 'zod';
import { currentUser } from '@/lib/auth/actor';
import { AppError } from '@/lib/core/app-error';
import { openDoor } from '@/lib/http/handler';
import { acceptAsNewPerson, acceptAsUser } from '@/lib/services/identity/accept-invitation';

const Answer = z.discriminatedUnion('as', [z.object({ as: z.literal('me') }), z.looseObject({ as: z.literal('new') })]);

/** Accepts an invitation, with the account that is signed in or with a new one. */
export const POST = openDoor(async ({ body, params }) => {
  const token = params.token ?? '';
  const answer = Answer.parse(await body());
  if (answer.as === 'new') return acceptAsNewPerson(token, answer);
  const user = await currentUser();
  if (!user) throw new AppError('unauthenticated', 'Sign in to accept.');
  return acceptAsUser(token, user.id);
});
