import type { DuckDBConnection } from '@duckdb/node-api';
import type { Held } from './store';

const MOST = 500;
const LONGEST = 128;

/** The keys that tags of charges have, those on most profiles first. Asked once for each state of the ledger (`Held`). */
export async function carriedTags(connection: DuckDBConnection): Promise<string[]> {
  const rows = await connection.runAndReadAll(
    'select key from tag where ordinal in (select profile from fact_month) group by key order by count(*) desc, key',
  );
  return rows.getRowsJson().map(([key]) => String(key));
}

/** The keys of tags to choose from, and the dimensions that allocation gives. */
export async function keyedWords(connection: DuckDBConnection, held: Held): Promise<{ tags: string[]; allocations: string[] }> {
  const rows = await connection.runAndReadAll('select distinct dimension from allocation order by 1');
  return {
    tags: held.tags.filter((key) => key.length <= LONGEST).slice(0, MOST),
    allocations: rows.getRowsJson().map(([word]) => String(word)),
  };
}
