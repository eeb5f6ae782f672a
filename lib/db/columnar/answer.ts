import type { DuckDBConnection } from '@duckdb/node-api';
import type { DrawnGroup, ExploreGroup, ExplorePoint, ExploreQuestion, ExploreTotal } from '../../core/explore/question';
import type { MonthRate } from '../../core/fx/rate';
import { binStart } from '../../core/time/bins';
import { barsOf } from './bars';
import { fewGroups, isToldAtOnce } from './few-groups';
import type { BarRow, GroupRow, GroupRows } from './group-rows';
import { manyGroups } from './many-groups';
import { withNumbers } from './number-groups';
import type { Numbered } from './numbered';
import { type ColumnarStore, type Held, withConnection } from './store';
import { toldGroups, toldSeries } from './tell';
import { telling } from './told';

interface Grouped {
  /** The largest, largest first. */
  groups: ExploreGroup[];
  totals: ExploreTotal[];
  /** The rates that telling them in one currency took. */
  used: MonthRate[];
}

interface Asking {
  signal?: AbortSignal;
  /** How many groups are told whole; of more, the largest are looked for first. The answer is the same. */
  few?: number;
}

/** The groups of a question, at most so many of each currency, and the totals of all, told in the currency that it asks for. */
export async function groupsOnCopy(store: ColumnarStore, asked: ExploreQuestion, most: number, asking: Asking = {}): Promise<Grouped> {
  return onNumbers(store, asked, asking, async (connection, held, question, numbered) => {
    const tell = telling(question.conversion, numbered.kinds);
    const { groups, totals } = toldGroups(question, tell, await rowsOf(connection, held, question, numbered, most, false), most);
    return { groups, totals, used: tell.used() };
  });
}

/** The same with what is drawn of it, which `drawnOf` picks. */
export async function answerOnCopy(
  store: ColumnarStore,
  asked: ExploreQuestion,
  most: number,
  drawnOf: (groups: readonly ExploreGroup[], totals: readonly ExploreTotal[]) => DrawnGroup[],
  asking: Asking = {},
): Promise<Grouped & { drawn: DrawnGroup[]; series: ExplorePoint[] }> {
  return onNumbers(store, asked, asking, async (connection, held, question, numbered) => {
    const tell = telling(question.conversion, numbered.kinds);
    const atOnce = numbered.names !== null && isToldAtOnce(question, numbered);
    const found = await rowsOf(connection, held, question, numbered, most, atOnce);
    const { groups, totals, names } = toldGroups(question, tell, found, most);
    const drawn = drawnOf(groups, totals);
    const wanted = [...new Set(drawn.flatMap(({ values }) => names.get(JSON.stringify(values)) ?? []))];
    const bars = atOnce ? barsIn(found.rows, question) : totals.length ? await barsOf(connection, held, question, numbered, wanted) : [];
    return { groups, totals, used: tell.used(), drawn, series: toldSeries(question, tell, bars, drawn, names) };
  });
}

const rowsOf = (
  connection: DuckDBConnection,
  held: Held,
  question: ExploreQuestion,
  numbered: Numbered,
  most: number,
  atOnce: boolean,
): Promise<GroupRows> =>
  numbered.names
    ? fewGroups(connection, held, question, numbered, numbered.names, atOnce)
    : manyGroups(connection, held, question, numbered, most);

function onNumbers<T>(
  store: ColumnarStore,
  question: ExploreQuestion,
  { signal, few = Number.POSITIVE_INFINITY }: Asking,
  work: (connection: DuckDBConnection, held: Held, question: ExploreQuestion, numbered: Numbered) => Promise<T>,
): Promise<T> {
  // where no rate is known, every currency stands as it was billed
  const asked = { ...question, conversion: question.conversion?.rates.length ? question.conversion : null };
  return withConnection(
    store,
    (c, held) =>
      withNumbers(c, store, question, (numbered) => work(c, held, asked, numbered.count <= few ? numbered : { ...numbered, names: null })),
    signal,
  );
}

/** The bars of the range in rows that were told day by day. */
const barsIn = (rows: readonly GroupRow[], { bin, range }: ExploreQuestion): BarRow[] =>
  rows.flatMap((row) =>
    row.span === 0 && row.day !== null ? [{ ...row, day: row.day, name: row.of.name, bin: binStart(bin, row.day, range.from) }] : [],
  );
