import type { DuckDBConnection } from '@duckdb/node-api';
import type { ExploreQuestion } from '../../core/explore/question';
import type { ProfileSpan } from '../queries/charge-file';
import { raw, sql } from '../sql';
import { profileSet, rowsOf } from './explore-sql';
import type { Held } from './store';

/** The profiles whose charges a question is about, with the days for which they are, where that is not always. */
export async function profileSpans(
  connection: DuckDBConnection,
  held: Held,
  { filters, without }: ExploreQuestion,
): Promise<ProfileSpan[]> {
  const { statement, dated } = profileSet({ by: [], filters, without }, held.dated);
  const days = raw(dated ? 's.from_day::text as first, s.to_day::text as until' : 'null as first, null as until');
  const rows = await rowsOf(
    connection,
    sql`select p.key::text as key, ${days} from (${statement}) s join profile p on p.ordinal = s.ordinal`,
  );
  return rows.map((r) => ({ key: String(r.key), from: textOf(r.first), to: textOf(r.until) }));
}

const textOf = (value: string | number | null | undefined): string | null => (value === null || value === undefined ? null : String(value));
