import { bringUpToDate } from '../../db/columnar/sync';
import { listenToLedger } from '../../db/ledger-news';
import { organizationIds } from '../../db/records/organizations';

/** Loads come in bursts: the copy is brought up to date when they pause. */
const PAUSE_MS = 1_000;

/** Keeps the columnar copy of every organisation up to date, so that nobody waits for it. Called once, by the process that answers questions. */
export async function keepExplorerReady(): Promise<void> {
  const waiting = new Map<number, NodeJS.Timeout>();
  const refresh = (organization: number) =>
    bringUpToDate(organization).catch((e: unknown) =>
      console.error(`The columnar copy of organisation ${organization} is not up to date:`, e),
    );
  await listenToLedger((organization) => {
    clearTimeout(waiting.get(organization));
    waiting.set(organization, setTimeout(() => void refresh(organization), PAUSE_MS).unref());
  });
  for (const organization of await organizationIds()) await refresh(organization);
}
