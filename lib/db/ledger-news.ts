import pg from 'pg';
import { env } from '../env';

const CHANNEL = 'headroom_ledger';

/** Tells every process, once this transaction is committed, that the figures of an organisation have changed. */
export const ledgerChanged = (organization: number) => ({ text: 'select pg_notify($1, $2)', values: [CHANNEL, String(organization)] });

/** Calls back with the organisation whenever its ledger or its budgets changed, in whatever process. On a connection of its own, which comes back when the database does. */
export async function listenToLedger(changed: (organization: number) => void): Promise<void> {
  const client = new pg.Client({ connectionString: env().DATABASE_URL });
  const again = () => setTimeout(() => listenToLedger(changed).catch(again), RETRY_MS).unref();
  client.on('notification', ({ payload }) => changed(Number(payload)));
  await client.connect();
  client.on('error', again);
  await client.query(`listen ${CHANNEL}`);
}

const RETRY_MS = 1_000;
