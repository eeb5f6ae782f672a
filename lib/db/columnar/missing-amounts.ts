import type { DuckDBConnection } from '@duckdb/node-api';
import type { ExploreMeasure } from '../../core/explore/measures';
import type { ExploreQuestion } from '../../core/explore/question';
import { raw, sql } from '../sql';
import { profileSet, rowsOf, within } from './explore-sql';
import type { Held } from './store';

/** Amounts that a bill need not say, of the measures that add them up: what has none is in no sum. */
const needed: Partial<Record<ExploreMeasure, readonly ('list' | 'contracted' | 'effective')[]>> = {
  list: ['list'],
  contracted: ['contracted'],
  savings: ['list', 'effective'],
};

export const mayMissAmounts = (measure: ExploreMeasure): boolean => Object.hasOwn(needed, measure);

/** How many charges of a question have not what its measure adds up, by the currency and the month they were billed in. */
export async function missingAmounts(
  connection: DuckDBConnection,
  held: Held,
  { range, measure, filters, without }: ExploreQuestion,
): Promise<{ currency: string; month: string; charges: number }[]> {
  const { statement, dated } = profileSet({ by: [], filters, without }, held.dated);
  const isMissing = (needed[measure] ?? []).map((amount) => `f.${amount}_hi is null`).join(' or ');
  const onDays = dated ? ' and f.day >= p.from_day and f.day < p.to_day' : '';
  const rows = await rowsOf(
    connection,
    sql`select p.currency, date_trunc('month', f.day)::date::text as month, count(*) as charges
          from fact f join (${statement}) p on p.ordinal = f.profile${raw(onDays)}
         where ${raw(within(range))} and f.counts_effective and (${raw(isMissing)}) group by all`,
  );
  return rows.map((row) => ({ currency: String(row.currency), month: String(row.month), charges: Number(row.charges) }));
}
