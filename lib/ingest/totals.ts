import Big from 'big.js';
import { name, type Voice } from './duckdb/session';

/** Digits behind the point that a number written as text really has: `6.120E-7` has 9. */
const decimals = (v: string) =>
  `length(rtrim(split_part(split_part(lower(${v}), 'e', 1), '.', 2), '0')) - coalesce(try_cast(nullif(split_part(lower(${v}), 'e', 2), '') as integer), 0)`;

/**
 * The decimal type that holds every digit of each of these columns, or null where 38 digits cannot hold one or its sum. `spare` digits are
 * kept for a factor. One pass over the rows.
 */
export async function fittingTypes(
  session: Voice,
  from: string,
  columns: readonly string[],
  spare = 0,
): Promise<Record<string, string> | null> {
  const widths = columns.flatMap((c, i) => [
    `coalesce(max(${decimals(name(c))}), 0) as d${i}`,
    `coalesce(max(abs(try_cast(${name(c)} as double))), 0) as m${i}`,
  ]);
  const [width = {}] = await session.rows(`select count(*) as n, ${widths.join(', ')} from (${from})`);
  const digits = (x: number) => Math.max(1, Math.ceil(Math.log10(Math.max(1, x) + 1)));
  const scale = (i: number) => Math.max(0, Number(width[`d${i}`]));
  const fits = columns.every((_, i) => scale(i) + digits(Number(width[`m${i}`])) + digits(Number(width.n)) + spare <= 38);
  if (!fits) return null;
  // a decimal of 18 digits is summed as a machine word, its sum has 38
  const type = (i: number) => `decimal(${scale(i) + digits(Number(width[`m${i}`])) <= 18 ? 18 : 38}, ${scale(i)})`;
  return Object.fromEntries(columns.map((c, i) => [c, type(i)]));
}

/**
 * Exact sums of amounts that are still text, by any groups. Decimals of 38 digits do it as long as no amount has more digits than fit; a
 * file with wider numbers is summed number by number. Never a float, never rounded.
 */
export async function exactSums(
  session: Voice,
  { from, groups, sums }: { from: string; groups: readonly string[]; sums: readonly string[] },
): Promise<Record<string, string | null>[]> {
  const by = groups.map(name).join(', ');
  const types = await fittingTypes(session, from, sums);
  if (types) {
    const list = sums.map((s) => `sum(try_cast(${name(s)} as ${types[s]}))::varchar as ${name(s)}`);
    const rows = await session.rows<Record<string, string | null>>(
      `select ${by}, ${list.join(', ')}, count(*)::varchar as n from (${from}) group by ${by} order by ${by}`,
    );
    return rows.map((r) => ({ ...r, ...Object.fromEntries(sums.map((s) => [s, plain(r[s] ?? null)])) }));
  }
  const rows = await session.rows<Record<string, string | null>>(
    `select ${by}, ${sums.map(name).join(', ')}, count(*)::varchar as n from (${from}) group by ${[by, ...sums.map(name)].join(', ')} order by ${by}`,
  );
  const totals = new Map<string, Record<string, string | null>>();
  for (const row of rows) {
    const key = JSON.stringify(groups.map((g) => row[g]));
    const total = totals.get(key) ?? { ...Object.fromEntries(groups.map((g) => [g, row[g] ?? null])), n: '0' };
    total.n = String(BigInt(total.n ?? 0) + BigInt(row.n ?? 0));
    for (const s of sums) {
      const cell = row[s];
      if (cell != null) total[s] = plain(new Big(total[s] ?? 0).plus(new Big(cell.trim()).times(row.n ?? 1)).toFixed());
    }
    totals.set(key, total);
  }
  return [...totals.values()].map((t) => ({ ...Object.fromEntries(sums.map((s) => [s, null])), ...t }));
}

/** Without trailing zeros: `1.500` → `1.5`, `0.00` → `0`. */
const plain = (v: string | null): string | null => (v === null ? null : new Big(v).toFixed());
