import { AppError } from '../../core/app-error';
import type { DrawnGroup, ExploreGroup, ExplorePoint, ExploreQuestion, ExploreTotal } from '../../core/explore/question';
import type { Conversion } from '../../core/fx/conversion';
import type { MonthRate } from '../../core/fx/rate';
import { exploreGroups, exploreSeries } from '../../db/columnar/explore';
import { convertedGroups, convertedSeries } from '../../db/columnar/explore-converted';
import { type ColumnarStore, withConnection } from '../../db/columnar/store';
import { readyStore, syncProgress } from '../../db/columnar/sync';

/** So long a question waits for a copy that is being brought up to date; most loads take less. */
const PATIENCE_MS = 1_500;

/**
 * Which engine answers, decided here alone: the columnar copy when it is what the ledger claims now, else whatever `instead` can say (slices),
 * and where that is nothing the reader is told to wait. Throws `preparing`.
 */
export async function onCopy<T>(
  organization: number,
  ask: (store: ColumnarStore) => Promise<T>,
  instead: () => Promise<T> | null = () => null,
): Promise<T> {
  const store = await readyStore(organization, PATIENCE_MS);
  if (store) return ask(store);
  const other = instead();
  if (other) return other;
  const progress = syncProgress(organization);
  const words = progress ? ` ${progress.done} of ${progress.loads} loads are there.` : '';
  throw new AppError('preparing', `The columnar copy of the ledger is being made.${words} This question is answered when it is complete.`);
}

/** Whether there is anything to convert: where no rate is known, every currency stands as it was billed. */
const converts = (question: ExploreQuestion): question is ExploreQuestion & { conversion: Conversion } =>
  (question.conversion?.rates.length ?? 0) > 0;

/** Groups and totals of a question, told in the currency that it asks for, with the rates this took. */
export async function groupsOnCopy(
  store: ColumnarStore,
  question: ExploreQuestion,
  most: number,
  signal?: AbortSignal,
): Promise<{ groups: ExploreGroup[]; totals: ExploreTotal[]; used: MonthRate[] }> {
  return withConnection(
    store,
    async (c, held) =>
      converts(question) ? convertedGroups(c, held, question, most) : { ...(await exploreGroups(c, held, question, most)), used: [] },
    signal,
  );
}

/** What is drawn of it. `kinds` are the currencies and units there are. */
export const seriesOnCopy = (
  store: ColumnarStore,
  question: ExploreQuestion,
  drawn: readonly DrawnGroup[],
  kinds: readonly Pick<DrawnGroup, 'currency' | 'unit'>[],
  signal?: AbortSignal,
): Promise<ExplorePoint[]> =>
  withConnection(
    store,
    (c, held) => (converts(question) ? convertedSeries(c, held, question, drawn) : exploreSeries(c, held, question, drawn, kinds)),
    signal,
  );
