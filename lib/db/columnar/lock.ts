import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';

/** From here on nothing on the disk but this folder can be read or written, and none of this can be changed back. */
export async function lockTo(connection: DuckDBConnection, folder: string): Promise<void> {
  await connection.run(`set global TimeZone = 'UTC'`);
  await connection.run(`set allowed_directories = ['${path.resolve(folder).replaceAll("'", "''")}/']`);
  await connection.run('set enable_external_access = false');
  await connection.run('set lock_configuration = true');
}
