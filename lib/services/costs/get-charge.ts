import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { chargeDetail } from '../../db/queries/charge-detail';

/** One charge with all its columns, its load and its line. */
export async function getCharge(
  actor: Actor,
  { load, line, profile }: { load: number; line: string; profile: string },
): Promise<Record<string, unknown>> {
  requirePermission(actor, 'costs:read');
  const found = await chargeDetail(actor.organizationId, load, line, profile);
  if (!found) throw new AppError('not_found', 'There is no such charge.');
  return found;
}
