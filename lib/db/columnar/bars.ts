import type { DuckDBConnection } from '@duckdb/node-api';
import type { ExploreQuestion } from '../../core/explore/question';
import type { Day } from '../../core/time/days';
import { raw, sql } from '../sql';
import { addedUp, binOf, needsDays, partColumns, sumsIn, sumsOf } from './explore-parts';
import { rowsOf } from './explore-sql';
import { facts } from './facts';
import type { BarRow } from './group-rows';
import type { Numbered } from './numbered';
import type { Held } from './store';

/** What the given names, and all others together, add up to by day, week, month or quarter; month by month where that takes rates. */
export async function barsOf(
  connection: DuckDBConnection,
  held: Held,
  question: ExploreQuestion,
  numbered: Numbered,
  names: readonly number[],
): Promise<BarRow[]> {
  const { range, measure, bin, conversion } = question;
  const { sums, counting } = sumsOf(measure);
  const columns = measure === 'charges' ? ['n'] : partColumns(sums, held.precision);
  const daily = needsDays(bin, numbered.dated);
  const slots = names.map((n, i) => `when ${Math.trunc(n)} then ${i + 1}`).join(' ');
  // names and kinds in one number: ten million charges are grouped by it and their day, which are two plain columns
  const width = names.length + 1;
  const placed = `select code, (kind * ${width} + ${slots ? `case name ${slots} else 0 end` : '0'})::integer as place from ${numbered.named}`;
  const month = conversion ? `, date_trunc('month', f.day)::date as month` : '';
  const rows = await rowsOf(
    connection,
    // the days are added up before they become weeks: that is done a million times less often
    sql`select ${raw(`${binOf(bin, range)} as bin, place${month}, ${columns.map((c) => `sum(${c}) as ${c}`).join(', ')}`)}
          from (select f.day, p.place, ${raw(addedUp(columns, counting))}
                  from ${facts({ range, amounts: sums, precision: held.precision, daily })}${raw(`${numbered.join} join (${placed}) p on p.code = m.code`)}
                 group by all) f group by all`,
  );
  return rows.map((row) => {
    const bar = String(row.bin) as Day;
    return {
      bin: bar,
      day: (row.month as Day | undefined) ?? bar,
      span: 0,
      kind: Math.floor(Number(row.place) / width),
      name: names[(Number(row.place) % width) - 1] ?? null,
      ...sumsIn(row, sums),
    };
  });
}
