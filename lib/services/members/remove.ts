import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { prisma } from '../../db/client';
import { recordAudit } from '../../db/records/audit';
import { deleteMember, lockAdmins } from '../../db/records/members';
import { requireMember } from './require-member';

/** Ends a membership; the person's account and other memberships stay. It acts at that person's next request. */
export async function removeMember(actor: Actor, userId: string): Promise<void> {
  requirePermission(actor, 'members:write');
  await prisma().$transaction(async (tx) => {
    const admins = await lockAdmins(tx, actor.organizationId);
    const member = await requireMember(tx, actor, userId);
    if (admins.length === 1 && admins[0] === userId)
      throw new AppError('conflict', `${member.name} is the last administrator. Make somebody else administrator first.`);
    await deleteMember(tx, actor.organizationId, userId);
    await recordAudit(tx, actor, { action: 'member.removed', subject: member.email, details: { role: member.role } });
  });
}
