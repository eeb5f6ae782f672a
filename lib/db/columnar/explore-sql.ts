import type { DuckDBConnection } from '@duckdb/node-api';
import { NONE } from '../../core/costs/cost-query';
import { chargePartColumn } from '../../core/explore/charge-part';
import { dimensionColumns } from '../../core/explore/dimension-columns';
import { isKnownDimension, keyedDimension } from '../../core/explore/dimensions';
import type { ExploreFilter } from '../../core/explore/filters';
import type { ChargePart } from '../../core/explore/measures';
import type { ExploreQuestion } from '../../core/explore/question';
import { join, raw, type Sql, sql } from '../sql';
import { allocationDays } from './copy-allocation';
import type { Precision } from './schema';

/** The profiles a question reads, with what it groups by; `dated` where an allocation makes a value hold for some days only. */
export interface ProfileSet {
  statement: Sql;
  dated: boolean;
}

/** ` as p`: profiles that the filters leave, with columns g0, g1 … for the dimensions, their currency and unit. Values are bound. */
export function profileSet(
  { by, filters, without }: Pick<ExploreQuestion, 'by' | 'filters' | 'without'>,
  datedKeys: ReadonlySet<string>,
): ProfileSet {
  const joins: Sql[] = [];
  const spans: string[] = [];
  const expressions = new Map<string, string>();
  const expressionOf = (word: string): Sql => {
    if (isKnownDimension(word)) return raw(dimensionColumns[word]);
    const known = expressions.get(word);
    if (known) return raw(known);
    const keyed = keyedDimension(word);
    if (!keyed) throw new Error(`no such dimension: ${word}`);
    const alias = `k${expressions.size}`;
    if (keyed.kind === 'tag')
      joins.push(
        sql` left join (select ordinal, any_value(value) as value from tag where key = ${keyed.key} group by ordinal) ${raw(alias)} on ${raw(alias)}.ordinal = p.ordinal`,
      );
    else {
      joins.push(
        sql` left join (select ordinal, from_day, to_day, value from allocation where dimension = ${keyed.key}) ${raw(alias)} on ${raw(alias)}.ordinal = p.ordinal`,
      );
      if (datedKeys.has(keyed.key)) spans.push(alias);
    }
    expressions.set(word, `${alias}.value`);
    return raw(`${alias}.value`);
  };
  const groups = by.map((word, i) => sql`${expressionOf(word)} as ${raw(`g${i}`)}, `);
  const conditions = [...filters.map((f) => condition(expressionOf(f.dimension), f)), ...categories(without)];
  const from = spans.map((a) => `coalesce(${a}.from_day, date '0001-01-01')`);
  const to = spans.map((a) => `coalesce(${a}.to_day, date '9999-12-31')`);
  const dated = spans.length > 0;
  const days = dated ? raw(`greatest(${from.join(', ')}) as from_day, least(${to.join(', ')}) as to_day, `) : raw('');
  const holds = spans.length > 1 ? [raw(`greatest(${from.join(', ')}) < least(${to.join(', ')})`)] : [];
  const where = [...conditions, ...holds];
  return {
    dated,
    statement: sql`select p.ordinal, ${join(groups, '')}${days}coalesce(p.billing_currency, '-') as currency, p.consumed_unit as unit
      from profile p${join(joins, '')} ${where.length ? sql`where ${join(where, ' and ')}` : raw('')}`,
  };
}

function condition(column: Sql, { sense, values, exclude }: ExploreFilter): Sql {
  const named = values.filter((v) => v !== NONE);
  const parts: Sql[] = [];
  if (sense === 'contains') parts.push(...named.map((v) => sql`contains(lower(${column}), lower(${v}))`));
  else if (named.length) parts.push(sql`${column} in (${join(named.map((v) => sql`${v}`))})`);
  if (values.includes(NONE)) parts.push(sql`${column} is null`);
  const matches = sql`coalesce(${join(parts, ' or ')}, false)`;
  return exclude ? sql`not ${matches}` : matches;
}

const categories = (without: readonly ChargePart[]): Sql[] =>
  without.length ? [sql`${raw(chargePartColumn)} not in (${join(without.map((part) => sql`${part}`))})`] : [];

/** The dimensions of allocation whose values hold for some days only. */
export async function datedDimensions(connection: DuckDBConnection): Promise<ReadonlySet<string>> {
  const rows = await connection.runAndReadAll(
    `select distinct dimension from allocation where from_day > ${dayLiteral(allocationDays.from)} or to_day < ${dayLiteral(allocationDays.to)}`,
  );
  return new Set(rows.getRowsJson().map(([word]) => String(word)));
}

/** Amounts with more than 21 digits after the point are rare, and so are parts of a thousandth of a token. */
export async function precisionOf(connection: DuckDBConnection): Promise<Precision> {
  const isThere = async (what: string) => (await connection.runAndReadAll(`select 1 from ${what} limit 1`)).currentRowCount > 0;
  return {
    tiny: await isThere(`state where name = 'tiny'`),
    partTokens: await isThere('fact where tokens_lo <> 0 or tokens_tiny <> 0'),
  };
}

export type Row = Record<string, string | number | null>;

/** Asks with bound values. What comes back is held in memory; large numbers come as text. */
export async function rowsOf(connection: DuckDBConnection, statement: Sql): Promise<Row[]> {
  const { text, values } = statement.compile();
  const answer = await connection.runAndReadAll(text, values as string[]);
  const columns = Object.entries(answer.getColumnsObjectJson()) as [string, Row[string][]][]; // by columns it is read in a third of the time
  return Array.from({ length: answer.currentRowCount }, (_, at) => {
    const row: Row = {};
    for (const [name, values] of columns) row[name] = values[at] ?? null;
    return row;
  });
}

/** A condition on the day of a fact. */
export const within = ({ from, to }: { from: string; to: string }): string => `f.day >= ${dayLiteral(from)} and f.day < ${dayLiteral(to)}`;

export function dayLiteral(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new Error(`not a day: ${text}`);
  return `date '${text}'`;
}
