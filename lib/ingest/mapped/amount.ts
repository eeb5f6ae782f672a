import type { ColumnMapping } from '../../core/imports/column-mapping';
import { quote } from '../duckdb/session';

type Options = Pick<ColumnMapping['options'], 'decimals' | 'amountUnit'>;

const places: Record<ColumnMapping['options']['amountUnit'], number> = { whole: 0, cents: 2, millionths: 6 };
const blanks = '\\x{A0}\\x{2009}\\x{202F}';

/** Works a value out once and names it: DuckDB repeats what is repeated. */
const named = (name: string, value: string, body: string): string => `list_transform([${value}], lambda ${name}: ${body})[1]`;

/**
 * An amount as people write it (`1.234,50 €`, `(12.30)`, `12-`) as the plain decimal it stands for, digit by digit and never as a float.
 * What is none keeps its text with the reason behind it, so that the row is rejected and says why.
 */
export function amountSql(cell: string, { decimals, amountUnit }: Options): string {
  const [point, group] = decimals === 'point' ? ['\\.', ','] : [',', '\\.'];
  const groups = `[${group} '’${blanks}]`;
  const pattern = `[-+]?(?:\\d{1,3}(?:${groups}\\d{3})+|\\d+)?(?:${point}\\d*)?(?:[eE][-+]?\\d{1,3})?`;
  const replaced = (value: string, from: string, to: string) => `regexp_replace(${value}, ${quote(from)}, ${quote(to)}, 'g')`;
  let bare = `replace(${cell}, '−', '-')`;
  bare = replaced(bare, `[$€£¥]|^\\s*[A-Z]{3}\\b|\\b[A-Z]{3}\\s*$`, '');
  bare = replaced(bare, `^[\\s${blanks}]+|[\\s${blanks}]+$`, '');
  bare = replaced(bare, '^\\((.*)\\)$', '-\\1');
  bare = replaced(bare, '^([^-].*)-$', '-\\1');
  const plain = replaced('v', `[+${group} '’${blanks}]`, '');
  const exactly = (value: string) =>
    named('p', decimals === 'comma' ? `replace(${value}, ',', '.')` : value, shifted('p', places[amountUnit]));
  // most amounts are plain or grouped, and these cost least
  const isGrouped = `regexp_full_match(${cell}, ${quote(`-?\\d{1,3}(?:${group}\\d{3})+(?:${point}\\d+)?`)})`;
  const isPlain = `regexp_full_match(${cell}, ${quote(`-?\\d+(?:${point}\\d+)?`)})`;
  const strange = `concat(${cell}, ${quote(` (decimals after a ${decimals})`)})`;
  return `case when ${cell} is null then null when ${isPlain} then ${exactly(cell)} when ${isGrouped} then ${exactly(`replace(${cell}, ${quote(decimals === 'comma' ? '.' : ',')}, '')`)} else ${named('v', bare, `case when regexp_full_match(v, ${quote(pattern)}) and regexp_matches(v, '^[^eE]*\\d') then ${exactly(plain)} else ${strange} end`)} end`;
}

/** The point of a plain decimal moved to the left. */
function shifted(v: string, by: number): string {
  if (by === 0) return v;
  const whole = `concat(repeat('0', ${by}), replace(split_part(${v}, '.', 1), '-', ''))`;
  const moved = `concat(if(starts_with(${v}, '-'), '-', ''), coalesce(nullif(ltrim(left(${whole}, -${by}), '0'), ''), '0'), '.', right(${whole}, ${by}), split_part(${v}, '.', 2))`;
  const mantissa = `split_part(lower(${v}), 'e', 1)`;
  return `case when contains(lower(${v}), 'e') then concat(${mantissa}, 'e', split_part(lower(${v}), 'e', 2)::integer - ${by}) else ${moved} end`;
}
