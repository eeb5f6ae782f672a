import { z } from 'zod';
import { beginAttempt, guardsOf } from '../../auth/attempt';
import { hashPassword, passwordMatches } from '../../auth/password';
import { accountKey } from '../../auth/sign-in';
import type { Actor } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { prisma } from '../../db/client';
import { recordAccountAudit } from '../../db/records/audit';
import { deleteResets } from '../../db/records/password-resets';
import { forgetAccount } from '../../db/records/throttle';
import { endSessions, findCredentialsById, replacePassword } from '../../db/records/users';
import { Password, requireGoodPassword } from './rules';

const PasswordChange = z.object({ current: z.string().min(1, 'Enter your current password').max(1024), password: Password });

/** One's own password. Every other session ends; the caller's goes on under the generation that is returned. */
export async function changePassword(actor: Actor, input: unknown): Promise<{ id: string; sessionVersion: number }> {
  const user = await requirePerson(actor);
  const { current, password } = PasswordChange.parse(input);
  const attempt = await beginAttempt(guardsOf(`own:${user.id}`, { address: null, device: user.id })); // a session left open is not to be a place to guess
  if (!(await passwordMatches(user.passwordHash, current))) {
    const message = `This is not your current password.${attempt.wait}`;
    throw new AppError('invalid', message, { issues: [{ field: 'current', message }] });
  }
  await attempt.succeed();
  if (current === password) {
    const message = 'This is the password you have. Choose another one.';
    throw new AppError('invalid', message, { issues: [{ field: 'password', message }] });
  }
  requireGoodPassword(password, { email: user.email, name: user.name, organization: actor.organizationName });
  const passwordHash = await hashPassword(password);
  return prisma().$transaction(async (tx) => {
    const { sessionVersion } = await replacePassword(tx, user.id, passwordHash);
    await deleteResets(tx, user.id);
    await forgetAccount(accountKey(user.email), tx);
    await recordAccountAudit(tx, user, { by: user, action: 'password.changed', subject: user.email });
    return { id: user.id, sessionVersion };
  });
}

/** Ends every session of one's own, this one too. */
export async function signOutEverywhere(actor: Actor): Promise<void> {
  const user = await requirePerson(actor);
  await prisma().$transaction(async (tx) => {
    await endSessions(tx, user.id);
    await recordAccountAudit(tx, user, { by: user, action: 'sessions.ended', subject: user.email });
  });
}

/** An account belongs to its person: no role may change somebody else's, and the terminal has commands of its own. */
async function requirePerson(actor: Actor) {
  const user = actor.userId ? await findCredentialsById(actor.userId) : null;
  if (!user) throw new AppError('unauthenticated', 'Sign in to continue.');
  return user;
}
