import type { Role } from '../../core/access/permissions';
import { findInvitation, type Invitation } from '../../db/records/invitations';
import { tokenHash } from './invitation-token';

export type InvitationState = 'open' | 'expired' | 'used' | 'revoked';

/** What somebody who holds the link may know about it. */
export interface InvitationView {
  state: InvitationState;
  organizationName: string;
  invitedByName: string;
  role: Role;
  email: string | null;
  expiresAt: string;
}

export const stateOf = (invitation: Invitation, now: Date): InvitationState => {
  if (invitation.acceptedAt) return 'used';
  if (invitation.revokedAt) return 'revoked';
  return invitation.expiresAt <= now ? 'expired' : 'open';
};

/** The token is the permission: whoever has the link may read what it offers. */
export async function readInvitation(token: string): Promise<InvitationView | null> {
  const found = await findInvitation(tokenHash(token));
  if (!found) return null;
  const { organizationName, invitedByName, role, email, expiresAt } = found;
  return { state: stateOf(found, new Date()), organizationName, invitedByName, role, email, expiresAt: expiresAt.toISOString() };
}
