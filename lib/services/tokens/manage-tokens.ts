import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { hashOfToken } from '../../auth/token';
import { type Actor, requirePermission } from '../../core/access/actor';
import { can, roles } from '../../core/access/permissions';
import { AppError } from '../../core/app-error';
import { prisma } from '../../db/client';
import { recordAudit } from '../../db/records/audit';
import { createToken as create, listTokens as list, revokeToken as revoke } from '../../db/records/tokens';

export const TokenRequest = z.object({
  name: z.string({ error: 'Give it a name.' }).trim().min(1, 'Give it a name.').max(80, 'At most 80 characters.'),
  role: z.enum(roles).default('viewer'),
  days: z.coerce.number().int().min(1).max(366).default(90),
});

export interface TokenRow {
  id: number;
  name: string;
  role: string;
  createdByName: string;
  createdAt: string;
  expiresAt: string;
  revokedAt: string | null;
  lastUsedAt: string | null;
}

/** Makes a key for machines. The answer holds it once; nobody can read it again. It never may do more than who makes it. */
export async function createToken(actor: Actor, input: z.input<typeof TokenRequest>, now: Date): Promise<{ id: number; token: string }> {
  requirePermission(actor, 'tokens:write');
  const { name, role, days } = TokenRequest.parse(input);
  if (roles.indexOf(role) > roles.indexOf(actor.role) || !can(actor.role, 'tokens:write'))
    throw new AppError('forbidden', `You are ${actor.role}: a token of yours cannot be ${role}.`);
  const token = `hr_${randomBytes(32).toString('base64url')}`;
  const { id } = await prisma().$transaction(async (tx) => {
    const made = await create(tx, {
      organizationId: actor.organizationId,
      name,
      role,
      tokenHash: hashOfToken(token),
      createdByName: actor.name,
      expiresAt: new Date(now.getTime() + days * 86_400_000),
    });
    await recordAudit(tx, actor, { action: 'token.created', subject: name, details: { role, days } });
    return made;
  });
  return { id, token };
}

export async function listTokens(actor: Actor): Promise<TokenRow[]> {
  requirePermission(actor, 'tokens:write');
  const text = (d: Date | null) => d?.toISOString() ?? null;
  return (await list(actor.organizationId)).map(({ id, name, role, createdByName, ...t }) => ({
    id,
    name,
    role,
    createdByName,
    createdAt: t.createdAt.toISOString(),
    expiresAt: t.expiresAt.toISOString(),
    revokedAt: text(t.revokedAt),
    lastUsedAt: text(t.lastUsedAt),
  }));
}

/** From a few seconds later on the token opens nothing. */
export async function revokeToken(actor: Actor, id: number): Promise<void> {
  requirePermission(actor, 'tokens:write');
  await prisma().$transaction(async (tx) => {
    const [revoked] = await revoke(tx, actor.organizationId, id);
    if (!revoked) throw new AppError('not_found', 'There is no such token, or it was withdrawn before.');
    await recordAudit(tx, actor, { action: 'token.revoked', subject: revoked.name });
  });
}
