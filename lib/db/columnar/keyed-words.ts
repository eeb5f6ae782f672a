import type { DuckDBConnection } from '@duckdb/node-api';
import { join, sql } from '../sql';
import { rowsOf } from './explore-sql';

const MOST = 500;

/** The keys that tags have, those on most profiles first, and the dimensions that allocation gives. */
export async function keyedWords(connection: DuckDBConnection): Promise<{ tags: string[]; allocations: string[] }> {
  const list = async (text: string) => (await connection.runAndReadAll(text)).getRowsJson().map(([word]) => String(word));
  return {
    tags: await list(`select key from tag where length(key) <= 128 group by key order by count(*) desc, key limit ${MOST}`),
    allocations: await list('select distinct dimension from allocation order by 1'),
  };
}

/** Which of these keys any tag has. */
export async function carriedTags(connection: DuckDBConnection, keys: readonly string[]): Promise<string[]> {
  const rows = await rowsOf(connection, sql`select distinct key from tag where key in (${join(keys.map((key) => sql`${key}`))})`);
  return rows.map((row) => String(row.key));
}
