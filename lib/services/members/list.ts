import { type Actor, requirePermission } from '../../core/access/actor';
import { can } from '../../core/access/permissions';
import { listPending, type PendingInvitation } from '../../db/records/invitations';
import { listMembers, type Member } from '../../db/records/members';

export interface Members {
  members: Member[];
  /** Empty for those who may not invite. */
  invitations: PendingInvitation[];
}

export async function getMembers(actor: Actor): Promise<Members> {
  requirePermission(actor, 'members:read');
  const [members, invitations] = await Promise.all([
    listMembers(actor.organizationId),
    can(actor.role, 'members:write') ? listPending(actor.organizationId, new Date()) : [],
  ]);
  return { members, invitations };
}
