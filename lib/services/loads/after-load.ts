import { evaluateAfterLoad } from '../alerts/evaluate';
import { refreshUsage } from '../events/refresh-usage';

/** What follows when the ledger has changed: use is calibrated to the new bills, then alerts are evaluated on all of it. */
export async function afterLoad(organization: number): Promise<void> {
  await refreshUsage(organization);
  await evaluateAfterLoad(organization);
}
