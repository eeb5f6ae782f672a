import type { DuckDBConnection } from '@duckdb/node-api';
import type { DrawnGroup, ExploreGroup, ExplorePoint, ExploreQuestion, ExploreTotal } from '../../core/explore/question';
import type { Conversion } from '../../core/fx/conversion';
import type { MonthRate } from '../../core/fx/rate';
import { exploreGroups, exploreSeries } from './explore';
import { convertedGroups, convertedSeries } from './explore-converted';
import { withNumbers } from './number-groups';
import type { Numbered } from './numbered';
import { type ColumnarStore, type Held, withConnection } from './store';

/** Whether there is anything to convert: where no rate is known, every currency stands as it was billed. */
const converts = (question: ExploreQuestion): question is ExploreQuestion & { conversion: Conversion } =>
  (question.conversion?.rates.length ?? 0) > 0;

interface Grouped {
  /** The largest, largest first. */
  groups: ExploreGroup[];
  totals: ExploreTotal[];
  /** The rates that telling them in one currency took. */
  used: MonthRate[];
}

async function grouped(
  connection: DuckDBConnection,
  held: Held,
  question: ExploreQuestion,
  numbered: Numbered,
  most: number,
): Promise<Grouped> {
  return converts(question)
    ? convertedGroups(connection, held, question, numbered, most)
    : { ...(await exploreGroups(connection, held, question, numbered, most)), used: [] };
}

/** The groups of a question, at most so many of each currency, and the totals of all, told in the currency that it asks for. */
export async function groupsOnCopy(store: ColumnarStore, question: ExploreQuestion, most: number, signal?: AbortSignal): Promise<Grouped> {
  return withConnection(
    store,
    (c, held) => withNumbers(c, store, question, (numbered) => grouped(c, held, question, numbered, most)),
    signal,
  );
}

/** The same with what is drawn of it, which `drawnOf` picks. */
export async function answerOnCopy(
  store: ColumnarStore,
  question: ExploreQuestion,
  most: number,
  drawnOf: (groups: readonly ExploreGroup[], totals: readonly ExploreTotal[]) => DrawnGroup[],
  signal?: AbortSignal,
): Promise<Grouped & { drawn: DrawnGroup[]; series: ExplorePoint[] }> {
  return withConnection(
    store,
    (c, held) =>
      withNumbers(c, store, question, async (numbered) => {
        const found = await grouped(c, held, question, numbered, most);
        const drawn = drawnOf(found.groups, found.totals);
        const series = converts(question)
          ? await convertedSeries(c, held, question, numbered, drawn)
          : await exploreSeries(c, held, question, numbered, drawn, found.totals);
        return { ...found, drawn, series };
      }),
    signal,
  );
}
