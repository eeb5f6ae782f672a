import Big from 'big.js';
import { name, type Voice } from './duckdb/session';

/** Most digits before and behind the point of a number written as text, by its length alone: nothing is parsed. Without an exponent. */
const written = {
  whole: (v: string) => `if(contains(${v}, '.'), instr(${v}, '.') - 1, strlen(${v}))`,
  behind: (v: string) => `if(contains(${v}, '.'), strlen(${v}) - instr(${v}, '.'), 0)`,
};

/** The digits that it really has: `6.120E-7` has 9 behind the point. */
const real = {
  whole: (v: string) => `ceil(log10(greatest(1, abs(try_cast(${v} as double))) + 1))::integer`,
  behind: (v: string) =>
    `length(rtrim(split_part(split_part(lower(${v}), 'e', 1), '.', 2), '0')) - coalesce(try_cast(nullif(split_part(lower(${v}), 'e', 2), '') as integer), 0)`,
};

/**
 * The decimal type that holds every digit of each of these columns, or null where 38 digits cannot hold one or its sum. `spare` digits are
 * kept for a factor. One pass over the rows; a second, slower one for files with exponents or very long numbers.
 */
export async function fittingTypes(
  session: Voice,
  from: string,
  columns: readonly string[],
  spare = 0,
): Promise<Record<string, string> | null> {
  const measured = async ({ whole, behind }: typeof real) => {
    const widths = columns.flatMap((c, i) => [
      `greatest(0, coalesce(max(${behind(name(c))}), 0)) as d${i}`,
      `greatest(1, coalesce(max(${whole(name(c))}), 1)) as w${i}`,
      `coalesce(bool_or(contains(${name(c)}, 'e') or contains(${name(c)}, 'E')), false) as e${i}`,
    ]);
    const [width = {}] = await session.rows(`select count(*) as n, ${widths.join(', ')} from (${from})`);
    const digitsOfSum = String(width.n).length;
    const all = columns.map((_, i) => ({ behind: Number(width[`d${i}`]), whole: Number(width[`w${i}`]) }));
    return {
      hasExponent: columns.some((_, i) => width[`e${i}`]),
      fits: all.every((c) => c.behind + c.whole + digitsOfSum + spare <= 38),
      // a decimal of 18 digits is summed as a machine word, its sum has 38
      types: Object.fromEntries(
        columns.map((c, i) => [c, `decimal(${(all[i]?.behind ?? 0) + (all[i]?.whole ?? 0) <= 18 ? 18 : 38}, ${all[i]?.behind})`]),
      ),
    };
  };
  const quick = await measured(written);
  if (quick.fits && !quick.hasExponent) return quick.types;
  const { fits, types } = await measured(real);
  return fits ? types : null;
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
