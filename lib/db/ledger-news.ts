import pg from 'pg';
import { env } from '../env';

const CHANNEL = 'headroom_ledger';

/** Tells every process, once this transaction is committed, that the figures of an organisation have changed. */
export const ledgerChanged = (organization: number) => ({ text: 'select pg_notify($1, $2)', values: [CHANNEL, String(organization)] });

/** Calls back with the organisation whenever its ledger or its budgets changed, in whatever process. On a connection of its own. */
export async function listenToLedger(changed: (organization: number) => void): Promise<void> {
  const client = new pg.Client({ connectionString: env().DATABASE_URL });
  client.on('notification', ({ payload }) => changed(Number(payload)));
  client.on('error', () => setTimeout(() => listenToLedger(changed).catch(() => {}), 1_000).unref());
  await client.connect();
  await client.query(`listen ${CHANNEL}`);
}
