import { randomUUID } from 'node:crypto';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { ExploreQuestion } from '../../core/explore/question';
import { raw, sql } from '../sql';
import { sumsOf, textOf } from './explore-parts';
import { profileSet, rowsOf } from './explore-sql';
import type { GroupName, KeptNumbers, Numbered } from './numbered';
import type { ColumnarStore } from './store';

/** So many groups are told whole; of more, the largest are looked for first. */
const FEW = 1_000;

/** Groupings whose numbers stay, those asked last: whoever explores asks the same one for other days, bars and measures. */
const KEPT = 8;

/** The database in memory that every connection to a copy sees (store.ts). */
const tables = 'numbers';

/**
 * Works with the groups of a question by number. Facts are grouped by one small number instead of by names, which is two to three times as fast at ten
 * million (docs/decisions/0008-columnar-copy.md). The numbers are made by whoever asks first and stay until the ledger changes.
 */
export async function withNumbers<T>(
  connection: DuckDBConnection,
  store: ColumnarStore,
  question: ExploreQuestion,
  work: (numbered: Numbered) => Promise<T>,
): Promise<T> {
  const { by, filters, without, measure } = question;
  const { currency, unit } = sumsOf(measure);
  const version = store.held?.version ?? '';
  const key = JSON.stringify([version, by, filters, without, currency, unit]);
  const known = store.numbers.kept.get(key);
  const kept = known ?? make(connection, store, question, version);
  store.numbers.kept.delete(key);
  store.numbers.kept.set(key, kept); // the last one in order was asked last
  kept.users++;
  try {
    const numbered = await kept.made.catch((e) => {
      if (store.numbers.kept.get(key) === kept) store.numbers.kept.delete(key);
      if (known) return null; // whoever made them has left
      throw e;
    });
    return numbered ? await work(numbered) : await withNumbers(connection, store, question, work);
  } finally {
    kept.users--;
    await forget(connection, store);
  }
}

function make(connection: DuckDBConnection, store: ColumnarStore, question: ExploreQuestion, version: string): KeptNumbers {
  const table = `${tables}.group_${randomUUID().replaceAll('-', '')}`; // a count would be one for each bundle of the server
  return { version, table, made: numbersOf(connection, store, question, table), users: 0 };
}

async function numbersOf(connection: DuckDBConnection, store: ColumnarStore, question: ExploreQuestion, table: string): Promise<Numbered> {
  const { statement, dated } = profileSet(question, store.held?.dated ?? new Set());
  const { currency, unit } = sumsOf(question.measure);
  const values = question.by.map((_, i) => `g${i}`);
  const names = raw([...values.map((g) => `p.${g}`), `${currency} as currency`, `${unit} as unit`].join(', '));
  const member = raw(dated ? `{'ordinal': p.ordinal, 'from_day': p.from_day, 'to_day': p.to_day}` : `{'ordinal': p.ordinal}`);
  const { text, values: bound } = sql`create or replace temp table numbered as
    with g as materialized (select ${names}, list(${member}) as members from (${statement}) p group by all),
         k as (select currency, unit, (row_number() over () - 1)::integer as kind from (select distinct currency, unit from g))
    select (row_number() over ())::integer as code, kind, g.* from g join k on k.currency = g.currency and k.unit is not distinct from g.unit`.compile();
  await connection.run(text, bound as string[]);
  const kinds = await rowsOf(connection, sql`select kind, currency, unit, count(*) as groups from numbered group by all order by kind`);
  // a name that is met in several currencies is one name
  const name = kinds.length > 1 ? `min(code) over (${values.length ? `partition by ${values.join(', ')}` : ''})` : 'code';
  await inTurn(store, async () => {
    try {
      await connection.run(`create table ${table}_named as select * exclude (members, currency, unit), ${name} as name from numbered`);
      await connection.run(`create table ${table}_member as select code, kind, unnest(members, recursive := true) from numbered`);
    } catch (e) {
      await drop(connection, table);
      throw e;
    }
  });
  const count = kinds.reduce((n, k) => n + Number(k.groups), 0);
  return {
    dated,
    join: ` join ${table}_member m on m.ordinal = f.profile${dated ? ' and f.day >= m.from_day and f.day < m.to_day' : ''}`,
    named: `${table}_named`,
    kinds: kinds.map((k) => ({ currency: String(k.currency), unit: textOf(k.unit) })),
    count,
    names: count <= FEW ? await namesOf(connection, `${table}_named`, values) : null,
  };
}

async function namesOf(connection: DuckDBConnection, named: string, values: readonly string[]): Promise<Map<number, GroupName>> {
  const rows = await rowsOf(connection, sql`select * from ${raw(named)}`);
  return new Map(
    rows.map((row) => [Number(row.code), { name: Number(row.name), kind: Number(row.kind), values: values.map((g) => textOf(row[g])) }]),
  );
}

/** Lets go of numbers of a ledger that has changed, and of the longest unasked; never of those in use. */
async function forget(connection: DuckDBConnection, store: ColumnarStore): Promise<void> {
  const version = store.held?.version ?? '';
  let spare = store.numbers.kept.size - KEPT;
  for (const [key, kept] of [...store.numbers.kept]) {
    if (kept.users > 0 || (kept.version === version && spare <= 0)) continue;
    spare--;
    store.numbers.kept.delete(key);
    // a reader who leaves interrupts what runs then; the second time nobody does
    await inTurn(store, () => drop(connection, kept.table).catch(() => drop(connection, kept.table)));
  }
}

async function drop(connection: DuckDBConnection, table: string): Promise<void> {
  await connection.run(`drop table if exists ${table}_member`);
  await connection.run(`drop table if exists ${table}_named`);
}

function inTurn(store: ColumnarStore, work: () => Promise<void>): Promise<void> {
  const done = store.numbers.turn.then(work);
  store.numbers.turn = done.catch(() => {});
  return done;
}
