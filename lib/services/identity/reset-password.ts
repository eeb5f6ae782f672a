import { z } from 'zod';
import { hashPassword } from '../../auth/password';
import { accountKey } from '../../auth/sign-in';
import { AppError } from '../../core/app-error';
import { prisma } from '../../db/client';
import { recordAccountAudit } from '../../db/records/audit';
import { findReset, markUsed, type PasswordReset } from '../../db/records/password-resets';
import { forgetAccount } from '../../db/records/throttle';
import { replacePassword } from '../../db/records/users';
import { tokenHash } from './invitation-token';
import { Password, requireGoodPassword } from './rules';

export type ResetState = 'open' | 'used' | 'expired';

const stateOf = (reset: PasswordReset, now: Date): ResetState => (reset.usedAt ? 'used' : reset.expiresAt <= now ? 'expired' : 'open');

/** What whoever holds the link may know: the token is the permission. */
export async function readReset(token: string): Promise<{ state: ResetState; email: string } | null> {
  const found = await findReset(tokenHash(token));
  return found && { state: stateOf(found, new Date()), email: found.email };
}

const words = {
  used: 'This link has been used already. It works once; ask for a new one.',
  expired: 'This link has expired. Ask for a new one.',
} as const;

/** Sets a new password with a link from the terminal. The link is used up, and every session of before is over. */
export async function setPasswordByLink(token: string, readInput: () => Promise<unknown>): Promise<{ email: string }> {
  const hash = tokenHash(token);
  const found = await findReset(hash);
  if (!found) throw new AppError('not_found', 'There is no such link. Ask for a new one.');
  const state = stateOf(found, new Date());
  if (state !== 'open') throw new AppError('conflict', words[state]);
  const { password } = z.object({ password: Password }).parse(await readInput());
  requireGoodPassword(password, found);
  const passwordHash = await hashPassword(password);
  return prisma().$transaction(async (tx) => {
    if (!(await markUsed(tx, hash, new Date()))) throw new AppError('conflict', words.used);
    const user = await replacePassword(tx, found.userId, passwordHash);
    await forgetAccount(accountKey(user.email), tx);
    await recordAccountAudit(tx, user, { by: user, action: 'password.reset', subject: user.email });
    return { email: user.email };
  });
}
