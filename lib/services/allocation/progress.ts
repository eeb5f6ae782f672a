import { type Actor, requirePermission } from '../../core/access/actor';
import { allocationProgress } from '../../db/queries/allocations';

export interface AllocationProgress {
  /** Kinds of charges that were asked for their owner, of all; null while nothing is allocated anew. */
  running: { done: number; total: number } | null;
}

/** How far the allocation is that somebody saved and that is not over. Until it is, all figures are those of before. Needs `allocation:read`. */
export async function getAllocationProgress(actor: Actor): Promise<AllocationProgress> {
  requirePermission(actor, 'allocation:read');
  return { running: await allocationProgress(actor.organizationId) };
}
