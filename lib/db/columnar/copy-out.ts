import fs from 'node:fs';
import { pipeline } from 'node:stream/promises';
import copyStreams from 'pg-copy-streams';
import { withOrganization } from '../sql';

/** A question's rows as CSV in a file, straight from PostgreSQL. Texts are quoted, so that a missing one and an empty one differ. */
export async function copyOut(organization: number, file: string, select: string): Promise<void> {
  await withOrganization(organization, async (client) => {
    const rows = client.query(copyStreams.to(`copy (${select}) to stdout with (format csv)`));
    await pipeline(rows, fs.createWriteStream(file, { mode: 0o600 }));
  });
}

/** The columns of a file as DuckDB takes them, all of them text. */
export const textColumns = (columns: readonly string[]): string => `{${columns.map((c) => `'${c}': 'varchar'`).join(', ')}}`;

/** Such a file, read. An empty text stays one; what is missing is null. */
export const csv = (file: string, columns: string): string =>
  `read_csv('${file.replaceAll("'", "''")}', header = false, delim = ',', quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false, max_line_size = 16777216, buffer_size = 33554432, new_line = '\\n', auto_detect = false, columns = ${columns})`;
