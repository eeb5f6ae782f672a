import { AppError } from '../core/app-error';
import { prisma } from '../db/client';
import { recordAccountAudit } from '../db/records/audit';
import { findCredentials, normalEmail } from '../db/records/users';
import { beginAttempt, guardsOf, sha256 } from './attempt';
import { passwordMatches } from './password';

export interface SignedIn {
  id: string;
  name: string;
  email: string;
  sessionVersion: number;
}

/** An account as attempts at it are counted, whether it exists or not. */
export const accountKey = (email: string): string => sha256(normalEmail(email));

/** The same words whether the address exists or not. */
const refusal = 'E-mail or password is not right.';

interface Attempted {
  email: string;
  password: string;
  address: string | null;
  /** The device, where this account was signed in on it before. */
  device?: string | null;
}

/** Checks a password, slowly for those who guess. Throws `invalid` or `too_many` with the words to show. */
export async function signIn({ email, password, address, device }: Attempted): Promise<SignedIn> {
  const attempt = await beginAttempt(guardsOf(accountKey(email), { address, device }));
  const found = await findCredentials(email);
  const matches = await passwordMatches(found?.passwordHash ?? null, password);
  if (!found || !matches) throw new AppError('invalid', refusal + attempt.wait);
  await attempt.succeed();
  const { passwordHash: _hash, ...user } = found;
  await recordAccountAudit(prisma(), user, { by: user, action: 'session.started', subject: user.email });
  return user;
}
