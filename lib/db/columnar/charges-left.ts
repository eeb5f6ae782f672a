import type { DuckDBConnection } from '@duckdb/node-api';
import type { ExploreQuestion } from '../../core/explore/question';
import { join, raw, sql } from '../sql';
import { sumsOf } from './explore-parts';
import { profileSet, rowsOf } from './explore-sql';
import { facts } from './facts';
import type { Held } from './store';

/** What charges have to pass. */
export type Sieve = Pick<ExploreQuestion, 'filters' | 'without'>;

/** How many charges each of these sieves leaves of a range, in their order, as the measure counts them: all by one look at the charges. */
export async function chargesLeft(
  connection: DuckDBConnection,
  held: Held,
  { range, measure }: Pick<ExploreQuestion, 'range' | 'measure'>,
  sieves: readonly Sieve[],
): Promise<number[]> {
  const sets = sieves.map((sieve) => profileSet({ by: [], ...sieve }, held.dated));
  const daily = sets.some((set) => set.dated);
  const always = `date '0001-01-01' as from_day, date '9999-12-31' as to_day`;
  const passing = sets.map(({ statement, dated }, place) => {
    const days = daily ? `, ${dated ? 'p.from_day, p.to_day' : always}` : '';
    return sql`select ${raw(`${place} as place, p.ordinal${days}`)} from (${statement}) p`;
  });
  const rows = await rowsOf(
    connection,
    sql`select s.place, sum(f.${raw(sumsOf(measure).counting)}) as charges
          from ${facts({ range, amounts: [], precision: held.precision, daily })}
          join (${join(passing, ' union all ')}) s on s.ordinal = f.profile${raw(daily ? ' and f.day >= s.from_day and f.day < s.to_day' : '')}
         group by s.place`,
  );
  const found = new Map(rows.map((row) => [Number(row.place), Number(row.charges)]));
  return sieves.map((_, place) => found.get(place) ?? 0);
}
