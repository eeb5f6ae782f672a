import { AppError } from '../../core/app-error';
import type { ColumnarStore } from '../../db/columnar/store';
import { readyStore, syncProgress } from '../../db/columnar/sync';
import { env } from '../../env';

/** The copy of an organisation if it is ready soon, else null. For who can look for it while the question is still being understood. */
export function copyOf(organization: number): Promise<ColumnarStore | null> {
  const copy = readyStore(organization, env().HEADROOM_EXPLORER_PATIENCE_MS);
  copy.catch(() => {}); // heard by whoever asks it
  return copy;
}

/**
 * Which engine answers, decided here alone: the columnar copy when it is what the ledger claims now, else whatever `instead` can say (slices),
 * and where that is nothing the reader is told to wait. Throws `preparing`.
 */
export async function onCopy<T>(
  organization: number,
  ask: (store: ColumnarStore) => Promise<T>,
  instead: () => Promise<T> | null = () => null,
  copy = copyOf(organization),
): Promise<T> {
  const store = await copy;
  if (store) return ask(store);
  const other = instead();
  if (other) return other;
  const progress = syncProgress(organization);
  const words = progress ? ` ${progress.done} of ${progress.loads} loads are there.` : '';
  throw new AppError('preparing', `The columnar copy of the ledger is being made.${words} This question is answered when it is complete.`);
}
