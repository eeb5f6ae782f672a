import { z } from 'zod';
import { hashPassword } from '../../auth/password';
import { AppError } from '../../core/app-error';
import { prisma, type Transaction } from '../../db/client';
import { recordAudit } from '../../db/records/audit';
import { findInvitation, type Invitation, markAccepted } from '../../db/records/invitations';
import { findMember, insertMember } from '../../db/records/members';
import { findCredentials, findUser, insertUser } from '../../db/records/users';
import { tokenHash } from './invitation-token';
import { stateOf } from './read-invitation';
import { Email, Password, PersonName, requireGoodPassword } from './rules';

const words = {
  used: 'This invitation has been used already. It works once; ask for a new one.',
  revoked: 'This invitation was withdrawn. Ask for a new one.',
  expired: 'This invitation has expired. Ask for a new one.',
} as const;

const NewPerson = z.object({ name: PersonName, email: Email, password: Password });

/** A new person sets a name and a password. The link is the permission, and it is used up in the same transaction. */
export async function acceptAsNewPerson(token: string, input: unknown): Promise<{ organizationId: number; email: string }> {
  const draft = NewPerson.parse(input);
  const invitation = await openInvitation(token, draft.email);
  if (await findCredentials(draft.email)) throw new AppError('conflict', 'This address has an account here. Sign in with it to accept.');
  requireGoodPassword(draft.password, { ...draft, organization: invitation.organizationName });
  const passwordHash = await hashPassword(draft.password);
  return prisma().$transaction(async (tx) => {
    const user = await insertUser(tx, { name: draft.name, email: draft.email, passwordHash });
    return join(tx, invitation, user);
  });
}

/** Somebody who is signed in joins with that account. */
export async function acceptAsUser(token: string, userId: string): Promise<{ organizationId: number; email: string }> {
  const user = await findUser(userId);
  if (!user) throw new AppError('unauthenticated', 'Sign in to accept.');
  const invitation = await openInvitation(token, user.email);
  return prisma().$transaction(async (tx) => {
    if (await findMember(tx, invitation.organizationId, user.id))
      throw new AppError(
        'conflict',
        `You are a member of ${invitation.organizationName} already. The invitation stays open for somebody else.`,
      );
    return join(tx, invitation, user);
  });
}

async function openInvitation(token: string, email: string): Promise<Invitation> {
  const invitation = await findInvitation(tokenHash(token));
  if (!invitation) throw new AppError('not_found', 'There is no such invitation.');
  const state = stateOf(invitation, new Date());
  if (state !== 'open') throw new AppError('conflict', words[state]);
  if (invitation.email && invitation.email !== email)
    throw new AppError('forbidden', `This invitation is for ${invitation.email}, and you are using ${email}.`);
  return invitation;
}

async function join(tx: Transaction, invitation: Invitation, user: { id: string; name: string; email: string }) {
  if (!(await markAccepted(tx, invitation.id, new Date()))) throw new AppError('conflict', words.used);
  const { organizationId, organizationName, role } = invitation;
  await insertMember(tx, organizationId, user.id, role);
  const actor = { organizationId, organizationName, userId: user.id, name: user.name, email: user.email, role };
  await recordAudit(tx, actor, { action: 'member.joined', subject: user.email, details: { role, invitedBy: invitation.invitedByName } });
  return { organizationId, email: user.email };
}
