import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { env } from '../../env';
import { query, sql } from '../sql';
import { lockTo } from './lock';
import type { Numbers } from './numbered';
import { columnarVersion, type Precision, schema } from './schema';

/**
 * The columnar copy of one organisation's ledger: a DuckDB file that belongs to this process. It is derived and disposable; PostgreSQL is the
 * truth (lib/db/columnar/sync.ts brings it up to date). A second process makes a copy of its own.
 */
export interface ColumnarStore {
  instance: DuckDBInstance;
  /** Where files on their way into the copy are put. Nothing else on the disk can be read by it. */
  scratch: string;
  file: string;
  /** What it holds, as of the last look; null before the first. */
  held: Held | null;
  /** The groups of questions by number (number-groups.ts). */
  numbers: Numbers;
}

export interface Held {
  /** Of the ledger's claims and of allocation (`ledgerVersion`). */
  version: string;
  precision: Precision;
  /** The dimensions of allocation whose values hold for some days only. */
  dated: ReadonlySet<string>;
  /** The keys that tags of its charges have, those on most profiles first. */
  tags: readonly string[];
}

const held = globalThis as { headroomColumnar?: Map<number, Promise<ColumnarStore>> };
held.headroomColumnar ??= new Map();
const stores = held.headroomColumnar;

/** The copy of an organisation, opened at first use: bounded memory, no access to other files, no changes to its own settings. */
export function columnarStore(organization: number): Promise<ColumnarStore> {
  const known = stores.get(organization);
  if (known) return known;
  const opening = open(organization);
  stores.set(organization, opening);
  opening.catch(() => stores.delete(organization));
  return opening;
}

/** Lets go of every copy of this process. */
export async function closeColumnarStores(): Promise<void> {
  const all = [...stores.values()];
  stores.clear();
  for (const store of await Promise.allSettled(all)) if (store.status === 'fulfilled') store.value.instance.closeSync();
}

const mostProcesses = 16;

async function open(organization: number): Promise<ColumnarStore> {
  // Two databases may share a home: an organisation of the same number was made there at another moment.
  const [own] = await query<{ made: string }>(
    organization,
    sql`select created_at::text as made from organization where id = ${organization}`,
  );
  if (!own) throw new Error(`there is no organisation ${organization}`);
  const identity = createHash('sha256').update(`${organization} ${own.made}`).digest('hex').slice(0, 12);
  const folder = path.join(env().HEADROOM_HOME, 'columnar', `${Math.trunc(organization)}-${identity}`);
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (let copy = 1; copy <= mostProcesses; copy++) {
    const file = path.join(folder, `v${columnarVersion}-${copy}.duckdb`);
    const scratch = `${file}.scratch`;
    try {
      return { instance: await openFile(file, scratch), scratch, file, held: null, numbers: { kept: new Map(), turn: Promise.resolve() } };
    } catch (e) {
      if (isHeldElsewhere(e)) continue;
      for (const broken of [file, `${file}.wal`]) fs.rmSync(broken, { force: true });
      return { instance: await openFile(file, scratch), scratch, file, held: null, numbers: { kept: new Map(), turn: Promise.resolve() } };
    }
  }
  throw new Error(`more than ${mostProcesses} processes hold a columnar copy`);
}

const isHeldElsewhere = (e: unknown): boolean => e instanceof Error && /could not set lock|being used by another process/i.test(e.message);

async function openFile(file: string, scratch: string): Promise<DuckDBInstance> {
  fs.mkdirSync(scratch, { recursive: true, mode: 0o700 });
  const instance = await DuckDBInstance.create(file, {
    threads: '2',
    memory_limit: env().HEADROOM_EXPLORER_MEMORY,
    temp_directory: path.join(scratch, 'spill'),
  });
  try {
    const connection = await instance.connect();
    for (const statement of schema) await connection.run(statement);
    await connection.run(`attach ':memory:' as numbers`);
    await lockTo(connection, scratch);
    connection.closeSync();
  } catch (e) {
    instance.closeSync();
    throw e;
  }
  return instance;
}

const nothingHeld: Held = { version: '', precision: { tiny: true, partTokens: true }, dated: new Set(), tags: [] };

/** One voice for one piece of work. When the reader leaves, the running statement is ended. */
export async function withConnection<T>(
  store: ColumnarStore,
  work: (connection: DuckDBConnection, held: Held) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  signal?.throwIfAborted();
  const connection = await store.instance.connect();
  const leave = () => connection.interrupt();
  signal?.addEventListener('abort', leave, { once: true });
  try {
    return await work(connection, store.held ?? nothingHeld);
  } catch (e) {
    signal?.throwIfAborted();
    throw e;
  } finally {
    signal?.removeEventListener('abort', leave);
    connection.closeSync();
  }
}
