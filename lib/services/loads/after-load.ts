import { evaluateAfterLoad } from '../alerts/evaluate';
import { allocateNew } from '../allocation/allocate-new';
import { refreshUsage } from '../events/refresh-usage';

/** What follows when the ledger has changed: what is new finds its owners, use is calibrated to the new bills, then alerts are evaluated on all of it. */
export async function afterLoad(organization: number): Promise<void> {
  await allocateNew(organization);
  await refreshUsage(organization);
  await evaluateAfterLoad(organization);
}
