import { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { roles } from '../../core/access/permissions';
import { AppError } from '../../core/app-error';
import { prisma } from '../../db/client';
import { recordAudit } from '../../db/records/audit';
import { lockAdmins, type Member, updateRole } from '../../db/records/members';
import { requireMember } from './require-member';

const RoleChange = z.object({ role: z.enum(roles) });

export async function changeRole(actor: Actor, userId: string, input: unknown): Promise<Member> {
  requirePermission(actor, 'members:write');
  const { role } = RoleChange.parse(input);
  return prisma().$transaction(async (tx) => {
    const admins = await lockAdmins(tx, actor.organizationId);
    const member = await requireMember(tx, actor, userId);
    if (member.role === role) return member;
    if (admins.length === 1 && admins[0] === userId)
      throw new AppError('conflict', `${member.name} is the last administrator. Make somebody else administrator first.`);
    await updateRole(tx, actor.organizationId, userId, role);
    await recordAudit(tx, actor, { action: 'member.role_changed', subject: member.email, details: { before: member.role, after: role } });
    return { ...member, role };
  });
}
