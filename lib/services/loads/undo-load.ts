import { type Actor, requirePermission } from '../../core/access/actor';
import { undoLoad as undo } from '../../db/loading/activate';
import { afterLoad } from './after-load';

/** Takes a load back in one small transaction; what it had replaced counts again. */
export async function undoLoad(actor: Actor, id: number): Promise<void> {
  requirePermission(actor, 'imports:write');
  await undo(actor, id);
  await afterLoad(actor.organizationId);
}
