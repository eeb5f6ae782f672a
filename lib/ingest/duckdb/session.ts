import fs from 'node:fs';
import path from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

export type Row = Record<string, string | number | boolean | null>;

/** What asks DuckDB: one statement at a time. */
export type Voice = Pick<Session, 'run' | 'rows'>;

/** One DuckDB for one import, on a scratch folder: bounded memory, spilling to disk, reading nothing but the files it was given. */
export interface Session {
  duck: DuckDBConnection;
  run(sql: string): Promise<void>;
  /** Small answers only: what comes back is held in memory. Large numbers, decimals and times come as text. */
  rows<T extends Row = Row>(sql: string): Promise<T[]>;
  /** How far the running statement is, 0 to 1; null where DuckDB cannot tell. */
  progress(): number | null;
  /** A second voice on the same tables, for work beside a running statement. */
  beside(): Promise<Voice>;
  close(): void;
}

export async function openSession({ scratch, folders, memory }: { scratch: string; folders: string[]; memory: string }): Promise<Session> {
  fs.mkdirSync(scratch, { recursive: true });
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '2',
    memory_limit: memory,
    temp_directory: path.join(scratch, 'spill'),
  });
  const voice = async () => {
    const duck = await instance.connect();
    const run = async (sql: string): Promise<void> => {
      await duck.run(sql);
    };
    return { duck, run, rows: async <T extends Row>(sql: string) => (await duck.runAndReadAll(sql)).getRowObjectsJson() as T[] };
  };
  const { duck, run, rows } = await voice();
  const others: DuckDBConnection[] = [];
  await run(`set TimeZone = 'UTC'`);
  await run(`set allowed_directories = [${[scratch, ...folders].map((f) => quote(`${path.resolve(f)}/`)).join(', ')}]`);
  await run('set enable_progress_bar = true');
  await run('set enable_progress_bar_print = false');
  await run('set enable_external_access = false');
  await run('set lock_configuration = true');
  return {
    duck,
    run,
    rows,
    beside: async () => {
      const other = await voice();
      others.push(other.duck);
      return other;
    },
    progress: () => {
      const { percentage } = duck.progress;
      return percentage >= 0 ? percentage / 100 : null;
    },
    close: () => {
      for (const other of others) other.closeSync();
      duck.closeSync();
      instance.closeSync();
    },
  };
}

/** A text literal. */
export const quote = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** An identifier. */
export const name = (id: string): string => `"${id.replaceAll('"', '""')}"`;

/**
 * `create table … as`, in a Parquet file with a view of the same name. A million rows of wide texts would stand in memory as they are; here their
 * dictionaries keep them small, and only the columns that a question names are read again.
 */
export async function onDisk(session: Voice, scratch: string, table: string, select: string): Promise<void> {
  const file = quote(path.join(scratch, `${table}.parquet`));
  await session.run(`copy (${select}) to ${file} (format parquet, row_group_size 24576)`);
  await session.run(`create view ${table} as select * from read_parquet(${file})`);
}
