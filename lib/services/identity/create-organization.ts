import type { Transaction } from '../../db/client';
import { ensureLedgerPartitions } from '../../db/loading/partitions';
import { insertOrganization, type Organization } from '../../db/records/organizations';

/** An organisation with its place in the ledger. Partitions come first: an organisation without them could import nothing. */
export async function createOrganization(tx: Transaction, name: string): Promise<Organization> {
  const organization = await insertOrganization(tx, name);
  await ensureLedgerPartitions(organization.id);
  return organization;
}
