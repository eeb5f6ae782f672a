import { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { prisma } from '../../db/client';
import { recordAudit } from '../../db/records/audit';
import { markRevoked } from '../../db/records/invitations';

export async function revokeInvitation(actor: Actor, id: string): Promise<void> {
  requirePermission(actor, 'members:write');
  await prisma().$transaction(async (tx) => {
    const revoked = z.uuid().safeParse(id).success ? await markRevoked(tx, actor.organizationId, id, new Date()) : null;
    if (!revoked) throw new AppError('not_found', 'There is no such open invitation.');
    await recordAudit(tx, actor, {
      action: 'invitation.revoked',
      subject: revoked.email ?? 'whoever has the link',
      details: { role: revoked.role },
    });
  });
}
