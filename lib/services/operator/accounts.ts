import { hashPassword, noPassword } from '../../auth/password';
import { accountKey } from '../../auth/sign-in';
import { AppError } from '../../core/app-error';
import { prisma } from '../../db/client';
import { recordAccountAudit } from '../../db/records/audit';
import { deleteResets, insertReset } from '../../db/records/password-resets';
import { forgetAccount } from '../../db/records/throttle';
import { type Credentials, findCredentials, replacePassword } from '../../db/records/users';
import { newToken, tokenHash } from '../identity/invitation-token';
import { Password, requireGoodPassword } from '../identity/rules';
import { linkTo } from './link';

// For the terminal alone: whoever runs commands on the machine that holds the database may do this for any account. No route leads here.
const operator = { id: null, name: 'Operator' };

const lifeMs = 24 * 3600_000;

async function requireAccount(email: string): Promise<Credentials> {
  const found = await findCredentials(email);
  if (!found) throw new AppError('not_found', `Nobody here has the address ${email}.`);
  return found;
}

/** Lets an account try again at once, whatever was tried at it. False when nothing had been counted. */
export async function unlockAccount(email: string): Promise<boolean> {
  const user = await requireAccount(email);
  return prisma().$transaction(async (tx) => {
    const forgiven = await forgetAccount(accountKey(user.email), tx);
    if (forgiven) await recordAccountAudit(tx, user, { by: operator, action: 'account.unlocked', subject: user.email });
    return forgiven;
  });
}

/** Takes the password away, ends every session and makes a link for a new one. It is shown once: the token is not kept. */
export async function makeResetLink(email: string): Promise<{ link: string; expiresAt: Date }> {
  const user = await requireAccount(email);
  const token = newToken();
  const expiresAt = new Date(Date.now() + lifeMs);
  await prisma().$transaction(async (tx) => {
    await replacePassword(tx, user.id, noPassword);
    await insertReset(tx, { tokenHash: tokenHash(token), userId: user.id, expiresAt });
    await forgetAccount(accountKey(user.email), tx);
    await recordAccountAudit(tx, user, { by: operator, action: 'password.reset_link_made', subject: user.email });
  });
  return { link: linkTo(`/reset/${token}`), expiresAt };
}

/** Sets a password that was typed or piped in, and ends every session. */
export async function setPassword(email: string, typed: string): Promise<void> {
  const user = await requireAccount(email);
  const checked = Password.safeParse(typed);
  if (!checked.success) throw new AppError('invalid', `${checked.error.issues[0]?.message ?? 'The password will not do'}.`);
  requireGoodPassword(checked.data, user);
  const passwordHash = await hashPassword(checked.data);
  await prisma().$transaction(async (tx) => {
    await replacePassword(tx, user.id, passwordHash);
    await deleteResets(tx, user.id);
    await forgetAccount(accountKey(user.email), tx);
    await recordAccountAudit(tx, user, { by: operator, action: 'password.reset', subject: user.email });
  });
}
