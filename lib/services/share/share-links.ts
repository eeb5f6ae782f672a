import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { hashOfToken } from '../../auth/token';
import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { onlyFields } from '../../core/input/known-fields';
import { prisma } from '../../db/client';
import { recordAudit } from '../../db/records/audit';
import { findDashboard } from '../../db/records/dashboards';
import { findView } from '../../db/records/saved-views';
import { createShareLink as create, listShareLinks as list, revokeShareLink as revoke } from '../../db/records/share-links';

export const ShareRequest = onlyFields({
  kind: z.enum(['view', 'dashboard'], 'is view or dashboard'),
  id: z.number().int().min(1).max(999_999_999),
  days: z.coerce.number('is a number of days').int('Whole days.').min(1, 'At least 1 day.').max(366, 'At most 366 days.').default(30),
});

export interface ShareLinkRow {
  id: number;
  kind: 'view' | 'dashboard';
  targetId: number;
  title: string;
  createdByName: string;
  createdAt: string;
  expiresAt: string;
  revokedAt: string | null;
  lastUsedAt: string | null;
}

/** Makes a link that opens one view or one dashboard to whoever holds it. The answer holds its token once; nobody can read it again. */
export async function createShareLink(
  actor: Actor,
  input: z.input<typeof ShareRequest>,
  now: Date,
): Promise<{ id: number; path: string; expiresAt: string }> {
  requirePermission(actor, 'share-links:write');
  const { kind, id: targetId, days } = ShareRequest.parse(input);
  const find = kind === 'view' ? findView : findDashboard;
  const target = await find(actor.organizationId, actor.userId, targetId);
  if (!target) throw new AppError('not_found', `There is no such ${kind}, or it is not shared with you.`);
  const token = `hs_${randomBytes(32).toString('base64url')}`;
  const expiresAt = new Date(now.getTime() + days * 86_400_000);
  const { id } = await prisma().$transaction(async (tx) => {
    const { organizationId, name: createdByName } = actor;
    const made = await create(tx, {
      organizationId,
      kind,
      targetId,
      title: target.name,
      tokenHash: hashOfToken(token),
      createdByName,
      expiresAt,
    });
    await recordAudit(tx, actor, { action: 'share-link.created', subject: target.name, details: { kind, days } });
    return made;
  });
  return { id, path: `/share/${token}`, expiresAt: expiresAt.toISOString() };
}

export async function listShareLinks(actor: Actor): Promise<ShareLinkRow[]> {
  requirePermission(actor, 'share-links:write');
  const text = (d: Date | null) => d?.toISOString() ?? null;
  return (await list(actor.organizationId)).map(({ organizationId: _, ...l }) => ({
    ...l,
    kind: l.kind as ShareLinkRow['kind'],
    createdAt: l.createdAt.toISOString(),
    expiresAt: l.expiresAt.toISOString(),
    revokedAt: text(l.revokedAt),
    lastUsedAt: text(l.lastUsedAt),
  }));
}

/** From now on the link opens nothing. */
export async function revokeShareLink(actor: Actor, id: number): Promise<void> {
  requirePermission(actor, 'share-links:write');
  await prisma().$transaction(async (tx) => {
    const [revoked] = await revoke(tx, actor.organizationId, id);
    if (!revoked) throw new AppError('not_found', 'There is no such link, or it was withdrawn before.');
    await recordAudit(tx, actor, { action: 'share-link.revoked', subject: revoked.title });
  });
}
