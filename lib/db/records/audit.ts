import type pg from 'pg';
import type { Actor } from '../../core/access/actor';
import type { Transaction } from '../client';

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
