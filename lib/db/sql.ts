import pg from 'pg';
import { env } from '../env';

// Dates stay text and numeric stays text: no driver may round money or shift a day.
const types = new pg.TypeOverrides();
for (const oid of [pg.types.builtins.NUMERIC, pg.types.builtins.DATE]) types.setTypeParser(oid, (value) => value);
types.setTypeParser(pg.types.builtins.INT8, (value) => BigInt(value));

const held = globalThis as { headroomPool?: pg.Pool };

/** Nothing that is under way waits so long for us: whoever was forgotten in a transaction lets go of what it holds. */
const forgottenMs = 30 * 60_000;

/** The pool for the ledger's SQL. One per process, made at first use. */
export function pool(): pg.Pool {
  if (!held.headroomPool) {
    held.headroomPool = new pg.Pool({
      connectionString: env().DATABASE_URL,
      max: 12,
      types,
      idle_in_transaction_session_timeout: forgottenMs,
    });
    held.headroomPool.on('error', () => {}); // an idle connection that ends is replaced at the next query
    // one that breaks at work fails its query; without a listener it would end the process
    held.headroomPool.on('connect', (client) => client.on('error', () => {}));
  }
  return held.headroomPool;
}

export async function closePool(): Promise<void> {
  await held.headroomPool?.end();
  held.headroomPool = undefined;
}

/** SQL text with its bound values. Fragments nest; anything else becomes a parameter. */
export class Sql {
  constructor(
    readonly strings: readonly string[],
    readonly values: readonly unknown[],
  ) {}

  /** `$1`-style text for the driver. */
  compile(): { text: string; values: unknown[] } {
    const values: unknown[] = [];
    const write = (part: Sql): string =>
      part.strings.reduce((text, s, i) => {
        if (i === 0) return s;
        const value = part.values[i - 1];
        return text + (value instanceof Sql ? write(value) : `$${values.push(value)}`) + s;
      }, '');
    return { text: write(this), values };
  }
}

export const sql = (strings: TemplateStringsArray, ...values: unknown[]): Sql => new Sql(strings, values);

/** Text that is part of the statement itself. Only for names from our own catalogues, never for a reader's words. */
export const raw = (text: string): Sql => new Sql([text], []);

export const join = (parts: readonly Sql[], separator = ', '): Sql =>
  parts.reduce((all, part, i) => (i === 0 ? part : new Sql(['', separator, ''], [all, part])), raw(''));

type Client = pg.PoolClient & { headroomOrganization?: number };

/** Row-level security ties the connection to this organisation. */
async function tie(client: Client, organization: number): Promise<void> {
  if (client.headroomOrganization === organization) return;
  await client.query('select set_config($1, $2, false)', ['headroom.organization_id', String(organization)]);
  client.headroomOrganization = organization;
}

/** Runs work on one connection that is tied to this organisation. Every ledger statement goes through here, or through `batches`. */
export async function withOrganization<T>(organization: number, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client: Client = await pool().connect();
  let failure: unknown;
  try {
    await tie(client, organization);
    return await work(client);
  } catch (e) {
    failure = e;
    throw e;
  } finally {
    client.release(isBroken(failure));
  }
}

/** One question to the ledger. */
export async function query<T extends object>(organization: number, statement: Sql): Promise<T[]> {
  const { text, values } = statement.compile();
  return withOrganization(organization, async (client) => (await client.query<T>(text, values)).rows);
}

/** The rows of a long answer, some at a time as they are taken. All are of one moment, and who stops taking them lets go of the connection. */
export async function* batches<T extends object>(organization: number, statement: Sql, size: number): AsyncGenerator<T[]> {
  const { text, values } = statement.compile();
  const client: Client = await pool().connect();
  try {
    await tie(client, organization);
    await client.query('begin isolation level repeatable read read only');
    await client.query(`declare answer no scroll cursor for ${text}`, values);
    for (;;) {
      const { rows } = await client.query<T>(`fetch ${Math.trunc(size)} from answer`);
      if (rows.length) yield rows;
      if (rows.length < size) break;
    }
  } finally {
    const isClean = await client.query('rollback').then(
      () => true,
      () => false,
    );
    client.release(!isClean);
  }
}

/** Work that happens whole or not at all. */
export function inTransaction<T>(organization: number, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  return withOrganization(organization, async (client) => {
    await client.query('begin');
    try {
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (e) {
      await client.query('rollback').catch(() => {});
      throw e;
    }
  });
}

const isBroken = (e: unknown) => e instanceof Error && /terminat|ECONNRESET|Connection/i.test(e.message);
