import { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { type AuditRow, listAudit } from '../../db/records/audit';

const PAGE = 50;

/** `before` is the last event of the page above; what is no such number begins at the newest. */
export const AuditQuery = z.object({
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .nullable()
    .catch(null),
});

export interface AuditPage {
  rows: AuditRow[];
  /** Where the next page begins; null on the last. */
  older: string | null;
}

/** What was done in the organisation, newest first, a page at a time. */
export async function getAudit(actor: Actor, { before }: z.infer<typeof AuditQuery>): Promise<AuditPage> {
  requirePermission(actor, 'audit:read');
  const rows = await listAudit(actor.organizationId, { before: before === null ? null : BigInt(before), limit: PAGE + 1 });
  const page = rows.slice(0, PAGE);
  return { rows: page, older: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null };
}
