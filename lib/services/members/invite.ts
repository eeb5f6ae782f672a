import { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { roles } from '../../core/access/permissions';
import { prisma } from '../../db/client';
import { recordAudit } from '../../db/records/audit';
import { insertInvitation } from '../../db/records/invitations';
import { newToken, tokenHash } from '../identity/invitation-token';
import { Email } from '../identity/rules';

const InvitationDraft = z.object({
  role: z.enum(roles),
  /** With an address only that person can accept; without one, whoever has the link. */
  email: z.preprocess((v) => (typeof v === 'string' && v.trim() === '' ? null : v), Email.nullable().default(null)),
});

export const invitationLifeMs = 7 * 24 * 3600_000;

export interface NewInvitation {
  id: string;
  /** Shown once: the token is not kept. */
  path: string;
  expiresAt: string;
}

export async function inviteMember(actor: Actor, input: unknown): Promise<NewInvitation> {
  requirePermission(actor, 'members:write');
  const { role, email } = InvitationDraft.parse(input);
  const token = newToken();
  const expiresAt = new Date(Date.now() + invitationLifeMs);
  return prisma().$transaction(async (tx) => {
    const { id } = await insertInvitation(tx, {
      organizationId: actor.organizationId,
      role,
      email,
      tokenHash: tokenHash(token),
      invitedByName: actor.name,
      expiresAt,
    });
    await recordAudit(tx, actor, { action: 'member.invited', subject: email ?? 'whoever has the link', details: { role, invitation: id } });
    return { id, path: `/join/${token}`, expiresAt: expiresAt.toISOString() };
  });
}
