import type { ColumnRef } from '../../core/imports/column-mapping';
import { quote } from './session';

/** The columns a file has, asked for by folded name; a missing one is null. */
export interface Columns {
  /** DuckDB expression of the column as text, or null when the file has no such column. */
  ref(column: string): string | null;
  /** The same by the heading as it is written; of several alike the n-th. */
  at(column: ColumnRef): string | null;
  /** Columns whose folded name starts so, each with what follows the prefix as it is written: tags that are columns of their own. */
  under(prefix: string): { key: string; ref: string }[];
  /** How the file writes days, decided once for the whole file. */
  dateOrder: DateOrder;
}
export type DateOrder = 'iso' | 'mdy' | 'dmy';

/** Becomes DuckDB SQL once the columns of the file are known. `uses` names what it can read, for messages about a missing column. */
export interface Expression {
  sql(columns: Columns): string;
  uses: readonly string[];
}

/** `lineItem/UnblendedCost`, `line_item_unblended_cost` and `Kosten (LineItemUnblendedCost)` are one column. */
export function fold(column: string): string {
  const inParentheses = /\(([^()]+)\)\s*$/.exec(column)?.[1];
  return (inParentheses ?? column).toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** The SQL of a column that the file does not have. */
export const ABSENT = 'null::varchar';
const of = (uses: readonly string[], sql: Expression['sql']): Expression => ({ sql, uses });
const refs = (names: readonly string[], c: Columns) => names.map((n) => c.ref(n)).filter((r): r is string => r !== null);
const firstOf = (list: readonly string[]) => (list.length > 1 ? `coalesce(${list.join(', ')})` : (list[0] ?? ABSENT));

/** The first of these columns that the file has and that is not empty. */
export const text = <C extends string>(...names: C[]): Expression => of(names, (c) => firstOf(refs(names, c)));

/** The same, where some words stand for "nothing": Azure's `Unassigned`, `-2`. */
export const textUnless = <C extends string>(words: readonly string[], ...names: C[]): Expression =>
  of(names, (c) => {
    const list = refs(names, c).map((r) => `case when ${r} in (${words.map(quote).join(', ')}) then null else ${r} end`);
    return firstOf(list);
  });

/** A number as it is written; checked, never parsed on the way. */
export const exact = <C extends string>(...names: C[]): Expression => text(...names);

/** A fixed word. */
export const constant = (word: string): Expression => of([], () => quote(word));
export const absent: Expression = of([], () => ABSENT);

/** The first that is not null. */
export const either = (...list: Expression[]): Expression =>
  of(
    list.flatMap((e) => e.uses),
    (c) => `coalesce(${list.map((e) => e.sql(c)).join(', ')})`,
  );

/** The second expression where the condition holds, else the third. */
export const when = (condition: Expression, then: Expression, otherwise: Expression = absent): Expression =>
  of(
    [...condition.uses, ...then.uses, ...otherwise.uses],
    (c) => `case when ${condition.sql(c)} then ${then.sql(c)} else ${otherwise.sql(c)} end`,
  );

/** Is this text one of these words, whatever the case? A null is none of them. */
export const isOneOf = (e: Expression, ...words: string[]): Expression =>
  of(e.uses, (c) => `coalesce(lower(${e.sql(c)}) in (${words.map((w) => quote(w.toLowerCase())).join(', ')}), false)`);

export const startsWith = (e: Expression, prefix: string): Expression =>
  of(e.uses, (c) => `coalesce(starts_with(lower(${e.sql(c)}), ${quote(prefix.toLowerCase())}), false)`);

export const contains = (e: Expression, part: string): Expression =>
  of(e.uses, (c) => `coalesce(contains(lower(${e.sql(c)}), ${quote(part.toLowerCase())}), false)`);

export const both = (...list: Expression[]): Expression =>
  of(
    list.flatMap((e) => e.uses),
    (c) => `(${list.map((e) => e.sql(c)).join(' and ')})`,
  );

export const anyOf = (...list: Expression[]): Expression =>
  of(
    list.flatMap((e) => e.uses),
    (c) => `(${list.map((e) => e.sql(c)).join(' or ')})`,
  );

export const not = (e: Expression): Expression => of(e.uses, (c) => `not (${e.sql(c)})`);
export const isPresent = (e: Expression): Expression => of(e.uses, (c) => `(${e.sql(c)}) is not null`);

/** A provider's word to FOCUS' word; an unlisted word gives `otherwise`, which may be the word itself. */
export const lookup = (e: Expression, words: Record<string, string>, otherwise: Expression = absent): Expression =>
  of([...e.uses, ...otherwise.uses], (c) => {
    const cases = Object.entries(words).map(([from, to]) => `when ${quote(from.toLowerCase())} then ${quote(to)}`);
    const value = e.sql(c);
    return `case when ${value} is null then null else case lower(${value}) ${cases.join(' ')} else ${otherwise.sql(c)} end end`;
  });

/** Exact sum of decimals written as text; nulls count as nothing, all null is null. What is no number stays as it is, for the row to be rejected. */
export const sumOf = (...list: Expression[]): Expression =>
  of(
    list.flatMap((e) => e.uses),
    (c) => {
      const parts = list.map((e) => e.sql(c));
      const bad = parts.map((p) => `when (${p}) is not null and ${decimal(p)} is null then ${p}`);
      const present = parts.map((p) => `(${p}) is not null`).join(' or ');
      return `case ${bad.join(' ')} when ${present} then (${parts.map((p) => `coalesce(${decimal(p)}, 0)`).join(' + ')})::varchar end`;
    },
  );

/** Wide enough for any bill; null where a text is no number, or has more digits than that. */
const decimal = (text: string) => `try_cast(${text} as decimal(38,20))`;

/** What is left of the first after the second, exact; null where the first is. Bad numbers stay as they are, as in `sumOf`. */
export const less = (from: Expression, taken: Expression): Expression =>
  of([...from.uses, ...taken.uses], (c) => {
    const [a, b] = [from.sql(c), taken.sql(c)];
    return `case when (${a}) is not null and ${decimal(a)} is null then ${a} when (${b}) is not null and ${decimal(b)} is null then ${b}
      else (${decimal(a)} - coalesce(${decimal(b)}, 0))::varchar end`;
  });

/** A JSON object of the columns under a prefix that are not empty; null when none is. */
export const jsonOf = (prefix: string): Expression =>
  of([], (c) => {
    const entries = c.under(prefix).map(({ key, ref }) => `struct_pack(k := ${quote(key)}, v := ${ref})`);
    if (entries.length === 0) return ABSENT;
    return `nullif(to_json(map_from_entries(list_filter([${entries.join(', ')}], lambda e: e.v is not null)))::varchar, '{}')`;
  });

/** A moment: ISO 8601 with or without zone (then UTC), or the file's own way to write days. */
export const moment = <C extends string>(...names: C[]): Expression =>
  of(names, (c) => {
    const list = refs(names, c);
    if (list.length === 0) return 'null::timestamp';
    return `(${parse(firstOf(list), c.dateOrder)})`;
  });

function parse(value: string, order: DateOrder): string {
  // A cast to TIMESTAMP would drop an offset without a word; the cast that heeds it costs more and is kept for those who have one.
  const iso = `case when length(${value}) > 19 and not ends_with(${value}, 'Z') then try_cast(${value} as timestamptz)::timestamp else try_cast(${value} as timestamp) end`;
  if (order === 'iso') return iso;
  const formats =
    order === 'mdy' ? ['%m/%d/%y', '%m/%d/%Y', '%m/%d/%Y %H:%M:%S'] : ['%d/%m/%y', '%d/%m/%Y', '%d.%m.%Y', '%d/%m/%Y %H:%M:%S'];
  return `coalesce(try_strptime(${value}, [${formats.map(quote).join(', ')}]), ${iso})`;
}

/** Seconds since 1970, UTC. */
export const epoch = <C extends string>(column: C): Expression =>
  of([column], (c) => {
    const ref = c.ref(column);
    return ref ? `make_timestamp(try_cast(${ref} as bigint) * 1000000)` : 'null::timestamp';
  });

/**
 * The end of a period: an inclusive end (23:59:59) becomes the next second; without an end, one day after a midnight, else one hour. An end
 * that is written and cannot be read stays null, for the row to be rejected.
 */
export const endAfter = (start: Expression, end: Expression): Expression =>
  of([...start.uses, ...end.uses], (c) => {
    const [s, e, written] = [start.sql(c), end.sql(c), text(...end.uses).sql(c)];
    return `case when ${written} is null then ${s} + case when ${s} = date_trunc('day', ${s}) then interval 1 day else interval 1 hour end
      when date_part('second', ${e}) = 59 and date_part('minute', ${e}) = 59 then date_trunc('second', ${e}) + interval 1 second else ${e} end`;
  });

export const nextDay = (start: Expression): Expression => of(start.uses, (c) => `${start.sql(c)} + interval 1 day`);

/** For what the others cannot say. `{name}` in the text stands for the column of that folded name, or NULL. */
export const duck = <C extends string>(template: string, ...names: C[]): Expression =>
  of(names, (c) => template.replace(/\{(\w+)\}/g, (_, n: string) => c.ref(n) ?? ABSENT));
