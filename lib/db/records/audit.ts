import type pg from 'pg';
import type { Actor } from '../../core/access/actor';
import { prisma, type Transaction } from '../client';

export interface AuditEntry {
  /** noun.verb: `load.undone`, `member.invited`. */
  action: string;
  /** What it was done to, in words a person recognises. */
  subject: string;
  details?: Record<string, string | number | boolean | null>;
}

/** Writes what was done into the same transaction as the doing. */
export const recordAudit = (tx: Transaction, actor: Actor, { action, subject, details = {} }: AuditEntry) =>
  tx.auditEvent.create({
    data: { organizationId: actor.organizationId, actorId: actor.userId, actorName: actor.name, action, subject, details },
  });

/** The same, from a ledger transaction. */
export const recordLedgerAudit = (client: pg.ClientBase, actor: Actor, { action, subject, details = {} }: AuditEntry) =>
  client.query(
    'insert into audit_event (organization_id, actor_id, actor_name, action, subject, details) values ($1, $2, $3, $4, $5, $6)',
    [actor.organizationId, actor.userId, actor.name, action, subject, JSON.stringify(details)],
  );

/** What happened to a person's account, told in each organisation the person belongs to. `by` is the person, or whoever runs the terminal. */
export async function recordAccountAudit(
  tx: Transaction,
  user: { id: string },
  { by, action, subject, details = {} }: AuditEntry & { by: { id: string | null; name: string } },
): Promise<void> {
  const memberships = await tx.membership.findMany({ where: { userId: user.id }, select: { organizationId: true } });
  await tx.auditEvent.createMany({
    data: memberships.map((m) => ({ organizationId: m.organizationId, actorId: by.id, actorName: by.name, action, subject, details })),
  });
}

/** Who did any of this last; null where nobody has. Without a subject, whatever it was done to. */
export async function lastActor(organizationId: number, done: readonly { action: string; subject?: string }[]): Promise<string | null> {
  const last = await prisma().auditEvent.findFirst({ where: { organizationId, OR: [...done] }, orderBy: { id: 'desc' } });
  return last?.actorName ?? null;
}

export interface AuditRow {
  id: string;
  at: string;
  actorName: string;
  action: string;
  subject: string;
  details: unknown;
}

/** Events of one organisation, newest first, from below `before` on; one more than `limit` says that there are older ones. */
export async function listAudit(organizationId: number, { before, limit }: { before: bigint | null; limit: number }): Promise<AuditRow[]> {
  const rows = await prisma().auditEvent.findMany({
    where: { organizationId, ...(before !== null && { id: { lt: before } }) },
    orderBy: { id: 'desc' },
    take: limit,
  });
  return rows.map(({ id, at, actorName, action, subject, details }) => ({
    id: String(id),
    at: at.toISOString(),
    actorName,
    action,
    subject,
    details,
  }));
}
