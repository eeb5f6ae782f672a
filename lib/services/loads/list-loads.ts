import { type Actor, requirePermission } from '../../core/access/actor';
import type { LoadSummary } from '../../core/ledger/load-summary';
import { listLoads as list } from '../../db/queries/loads';

export async function listLoads(actor: Actor): Promise<LoadSummary[]> {
  requirePermission(actor, 'sources:read');
  return list(actor.organizationId);
}
