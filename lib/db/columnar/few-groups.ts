import type { DuckDBConnection } from '@duckdb/node-api';
import type { ExploreQuestion } from '../../core/explore/question';
import { type Day, daysBetween } from '../../core/time/days';
import { join, raw, sql } from '../sql';
import { addedUp, amountsOf, needsDays, partColumns, sumsIn, sumsOf } from './explore-parts';
import { rowsOf } from './explore-sql';
import { facts, isOfMonths } from './facts';
import type { GroupRow, GroupRows } from './group-rows';
import type { GroupName, Numbered } from './numbered';
import type { Held } from './store';

/** Rows that are read at once: so many sums of days cost less than a second statement. */
const ROWS = 4_000;
/** A range of more days is read by months for its groups, and by days only for what is drawn. */
const SHORT_DAYS = 62;

/** Whether groups and what is drawn of them are told by the same rows: sums of days, where bars need these, of months where they do not. */
export function isToldAtOnce({ range, bin }: ExploreQuestion, { dated, count }: Numbered): boolean {
  const days = daysBetween(range.from, range.to);
  const daily = needsDays(bin, dated);
  const rows = count * (daily ? days : days / 28 + (isOfMonths(range) ? 0 : SHORT_DAYS)); // charges of the months it cuts come day by day
  return rows <= ROWS && (!daily || dated || days <= SHORT_DAYS);
}

/** What every group adds up to, day by day or month by month where `atOnce`. */
export async function fewGroups(
  connection: DuckDBConnection,
  held: Held,
  question: ExploreQuestion,
  numbered: Numbered,
  names: ReadonlyMap<number, GroupName>,
  atOnce: boolean,
): Promise<GroupRows> {
  const { range, comparison, measure, bin, conversion } = question;
  const amounts = amountsOf(measure);
  const added = addedUp([...partColumns(amounts, held.precision), 'n'], sumsOf(measure).counting);
  const day = atOnce ? ', f.day' : conversion ? `, date_trunc('month', f.day)::date as day` : '';
  // each range by itself: one number less to group by is a third less time
  const spans = [range, ...(comparison ? [comparison] : [])].map((range, span) => {
    const daily = numbered.dated || (atOnce && span === 0 && needsDays(bin, false));
    return sql`select m.code, ${raw(`${span} as span${day}, ${added}`)}
      from ${facts({ range, amounts, precision: held.precision, daily })}${raw(numbered.join)} group by all`;
  });
  const rows = await rowsOf(connection, join(spans, ' union all '));
  const own = rows.flatMap((row): GroupRow[] => {
    const of = names.get(Number(row.code));
    return of ? [{ of, kind: of.kind, span: Number(row.span), day: (row.day as Day | undefined) ?? null, ...sumsIn(row, amounts) }] : [];
  });
  return { rows: own, all: own, counts: null };
}
