import { allocateWithout, holdAllocation } from '../../db/loading/allocate';
import { readSettings } from '../../db/records/allocation';
import { inTransaction } from '../../db/sql';
import { rulesOf } from './settings';

/** Gives what a load brought its owners: rules are asked of every profile that has none yet. Returns how many found one. */
export async function allocateNew(organization: number): Promise<number> {
  const settings = await readSettings(organization);
  const dimensions = settings.dimensions.filter((d) => d.rules.length > 0);
  if (dimensions.length === 0) return 0;
  return inTransaction(organization, async (client) => {
    await holdAllocation(client, organization);
    let count = 0;
    for (const dimension of dimensions) count += await allocateWithout(client, organization, rulesOf(settings, dimension));
    return count;
  });
}
