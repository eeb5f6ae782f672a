import { ABSENT, type Expression, text } from './expressions';
import { quote } from './session';

/** A JSON object of these columns, by the key each shall have; null when all are empty. */
export const jsonObject = (keys: Record<string, Expression>): Expression => ({
  uses: Object.values(keys).flatMap((e) => e.uses),
  sql(c) {
    const entries = Object.entries(keys)
      .map(([key, e]) => [key, e.sql(c)] as const)
      .filter(([, sql]) => sql !== ABSENT)
      .map(([key, sql]) => `struct_pack(k := ${quote(key)}, v := ${sql})`);
    if (entries.length === 0) return ABSENT;
    return `nullif(to_json(map_from_entries(list_filter([${entries.join(', ')}], lambda e: e.v is not null)))::varchar, '{}')`;
  },
});

/** Names a value inside of an expression, so that it is worked out once: DuckDB repeats what is repeated. */
const named = (name: string, value: string, body: string): string => `list_transform([${value}], lambda ${name}: ${body})[1]`;

/** The cheap question first: most lists are empty. */
const isEmpty = (list: string): string => `(${list} is null or ${list} in ('[]', '{}'))`;

/** A string, a number or a word of a Python literal. */
const literal = `(?:'((?:[^'\\\\]|\\\\.)*)'|"((?:[^"\\\\]|\\\\.)*)"|(None|True|False|-?[0-9.eE+-]+))`;
const pythonPair = `['"]key['"]\\s*:\\s*${literal}\\s*,\\s*['"]value['"]\\s*:\\s*${literal}`;

/** `[{"key": …, "value": …}]`, the same as a Python literal, or a plain object → a DuckDB list of pairs. */
function pairs(list: string): string {
  const json = `case when json_valid(${list}) then ${list} end`;
  const group = (n: number) => `regexp_extract_all(${list}, ${quote(pythonPair)}, ${n})`;
  const either = (a: number) =>
    `replace(coalesce(nullif(${group(a)}[i], ''), nullif(${group(a + 1)}[i], ''), nullif(nullif(${group(a + 2)}[i], ''), 'None')), '\\''', '''')`;
  const python = `list_transform(range(1, len(${group(1)}) + 1), lambda i: struct_pack(key := ${either(1)}, value := ${either(4)}))`;
  return `coalesce(case when ${isEmpty(list)} then null
    when json_type(${json}) = 'OBJECT' then map_entries(from_json(${json}, '"MAP(VARCHAR, VARCHAR)"'))
    when json_valid(${list}) then from_json(${json}, '[{"key":"VARCHAR","value":"VARCHAR"}]')
    else ${python} end, [])`;
}

/** Lists of labels as one JSON object; of two with one key the later list's counts. */
export const jsonOfPairs = <C extends string>(...columns: C[]): Expression => ({
  uses: columns,
  sql(c) {
    const lists = columns.map((n) => c.ref(n)).filter((r) => r !== null);
    if (lists.length === 0) return ABSENT;
    const all = `list_filter(list_concat(${lists.map(pairs).join(', ')}), lambda p: p.key is not null)`;
    const last = named(
      'l',
      all,
      'list_filter(l, lambda p, i: not list_contains(list_transform(list_slice(l, i + 1, 10000), lambda q: q.key), p.key))',
    );
    return `case when ${lists.map(isEmpty).join(' and ')} then null else nullif(to_json(map_from_entries(${last}))::varchar, '{}') end`;
  },
});

/** Digits behind the point that a number written as text really has: `6.120E-7` has 9. */
const behind = (v: string) =>
  `length(rtrim(split_part(split_part(lower(${v}), 'e', 1), '.', 2), '0')) - coalesce(try_cast(nullif(split_part(lower(${v}), 'e', 2), '') as integer), 0)`;

/**
 * What an amount is after those a text lists under `amount` (JSON, a Python literal, or one plain number): an exact sum. Without any it is the
 * amount as written. What is no number, or too long to be added exactly, stays as it is, for the row to be rejected.
 */
export const plusListed = (amount: Expression, list: Expression): Expression => ({
  uses: [...amount.uses, ...list.uses],
  sql(c) {
    const [own, listed] = [amount.sql(c), list.sql(c)];
    if (listed === ABSENT) return own;
    const found = `list_filter(regexp_extract_all(${listed}, ${quote(`['"]amount['"]\\s*:\\s*['"]?([^,'"}\\s]+)`)}, 1), lambda a: lower(a) not in ('none', 'null'))`;
    const amounts = `case when try_cast(${listed} as double) is not null then [${listed}] else coalesce(${found}, []) end`;
    const isStrange = `not regexp_matches(${listed}, ${quote(`^\\s*(\\[\\s*\\]|\\{\\s*\\}|None|null)\\s*$|['"]amount['"]\\s*:\\s*(None|null)`)})`;
    const sumWith = (digits: number) => `when list_max(list_transform(l, lambda v: ${behind('v')})) <= ${digits}
        and len(list_filter(l, lambda v: try_cast(v as decimal(38, ${digits})) is null)) = 0
      then rtrim(rtrim(list_sum(list_transform(l, lambda v: try_cast(v as decimal(38, ${digits}))))::varchar, '0'), '.')`;
    // the list is the credits with the cost behind them
    const sum = `case when len(l) = 1 then case when ${isStrange} then ${listed} else ${own} end
      when len(list_filter(l, lambda v: try_cast(v as double) is null)) > 0 then list_filter(l, lambda v: try_cast(v as double) is null)[1]
      ${[20, 28, 36].map(sumWith).join('\n')}
      else ${own} || ' with credits of more than 38 digits' end`;
    return `case when ${isEmpty(listed)} then ${own} else ${named('l', `list_concat(${amounts}, [coalesce(${own}, '0')])`, sum)} end`;
  },
});

/** The distinct words a list has under a key, joined; null when there is none. */
export const wordsUnder = <C extends string>(key: string, column: C): Expression => {
  const list = text(column);
  return {
    uses: list.uses,
    sql(c) {
      const sql = list.sql(c);
      if (sql === ABSENT) return ABSENT;
      const pattern = quote(`['"]${key}['"]\\s*:\\s*['"]([^'"]+)`);
      return `case when ${isEmpty(sql)} then null else nullif(list_aggregate(list_sort(list_distinct(regexp_extract_all(${sql}, ${pattern}, 1))), 'string_agg', ', '), '') end`;
    },
  };
};
