import type { DuckDBConnection } from '@duckdb/node-api';
import type { DrawnGroup, ExploreGroup, ExplorePoint, ExploreQuestion, ExploreTotal } from '../../core/explore/question';
import { join, raw, sql } from '../sql';
import { addedUp, binOf, leastOf, needsDays, partColumns, sumsOf, textOf } from './explore-parts';
import { type Row, rowsOf } from './explore-sql';
import { facts } from './facts';
import type { Numbered } from './numbered';
import type { MonthAmount } from './schema';
import type { Held } from './store';
import { measureSums, sumFrom } from './sums';

/** The largest groups of a question, largest first, and all of each currency. */
export async function exploreGroups(
  connection: DuckDBConnection,
  held: Held,
  question: ExploreQuestion,
  numbered: Numbered,
  most: number,
): Promise<{ groups: ExploreGroup[]; totals: ExploreTotal[] }> {
  const { range, comparison, by, measure } = question;
  const { sums, counting, figure } = sumsOf(measure);
  const amounts = [...new Set<MonthAmount>([...sums, 'tokens'])];
  const ranges = [range, ...(comparison ? [comparison] : [])];
  const parts = [...partColumns(amounts, held.tiny), 'n'];
  const keys = [...by.map((_, i) => `g${i}`), 'currency', 'unit'];
  const figures = ranges.flatMap((_, span) => parts.map((c) => `s${span}_${c}`));
  // two periods are added up one under the other and then set side by side: sums that each look at half of the rows take twice as long
  const beside = ranges.flatMap((_, span) => parts.map((c) => `any_value(${c}) filter (where span = ${span}) as s${span}_${c}`));
  const summed = parts.map((c) => `sum(f.${c === 'n' ? counting : c}) as ${comparison ? c : `s0_${c}`}`);
  const [first, second] = sums;
  const size = first ? `abs(coalesce(s0_${first}_0${measure === 'savings' ? ` - s0_${second}_0` : ''}, 0))` : 'coalesce(s0_n, 0)';
  const order = [`${size} desc`, ...keys.map((k) => `${k} nulls last`)].join(', ');
  const listed = Math.trunc(most);
  const of = (columns: readonly string[], text: (column: string) => string) => columns.map(text).join(', ');
  const rows = await rowsOf(
    connection,
    sql`with a as (select m.code, ${raw([...(comparison ? ['f.span'] : []), ...summed].join(', '))}
              from ${facts({ ranges, amounts, tiny: held.tiny, daily: numbered.dated })}${raw(numbered.join)} group by all),
      ${raw(`g as (${comparison ? `select code, ${beside.join(', ')} from a group by all` : 'from a'}),
      t as (select currency as of_currency, unit as of_unit, ${of(figures, (f) => `sum(${f}) as all_${f}`)}, count(*) as groups,
                   ${leastOf(size, listed)} as least from g join ${numbered.named} using (code) group by all)
      select * exclude (code, of_currency, of_unit, least)
        from g join ${numbered.named} using (code) join t on of_currency = currency and of_unit is not distinct from unit where ${size} >= least
     qualify row_number() over (partition by currency, unit order by ${order}) <= ${listed} order by ${order}`)}`,
  );
  const read = (row: Row, prefix: string) => {
    const charges = (span: number) => Number(row[`${prefix}s${span}_n`] ?? 0);
    const amount = (span: number) =>
      measure === 'charges' ? String(charges(span)) : figure(sums.map((name) => sumFrom(row, `${prefix}s${span}_${name}`)));
    const tokens = sumFrom(row, `${prefix}s0_tokens`);
    return {
      currency: String(row.currency),
      unit: textOf(row.unit),
      amount: amount(0),
      previous: comparison ? amount(1) : null,
      tokens: tokens === null ? null : measureSums.tokens.figure([tokens]),
      charges: charges(0),
    };
  };
  const totals = new Map<string, ExploreTotal>();
  for (const row of rows) {
    const key = JSON.stringify([row.currency, row.unit]);
    if (!totals.has(key)) totals.set(key, { ...read(row, 'all_'), groups: Number(row.groups) });
  }
  return {
    groups: rows.map((row) => ({ values: by.map((_, i) => textOf(row[`g${i}`])), ...read(row, '') })),
    totals: [...totals.values()],
  };
}

/**
 * What is drawn: the given groups by day, week, month or quarter, and all others together, currency by currency, under the place after the last.
 * `kinds` are the currencies and units there are. A row is known by one small number: grouping ten million by names takes twice as long.
 */
export async function exploreSeries(
  connection: DuckDBConnection,
  held: Held,
  question: ExploreQuestion,
  numbered: Numbered,
  drawn: readonly DrawnGroup[],
  kinds: readonly Pick<DrawnGroup, 'currency' | 'unit'>[],
): Promise<ExplorePoint[]> {
  const { range, by, measure, bin } = question;
  const { sums, counting, figure } = sumsOf(measure);
  const parts = partColumns(sums, held.tiny);
  if (kinds.length === 0) return [];
  const kindOf = ({ currency, unit }: Pick<DrawnGroup, 'currency' | 'unit'>) => [currency, unit];
  const rowOf = (place: number, values: readonly (string | null)[]) =>
    sql`(${raw(String(place))}, ${join(values.map((v) => sql`${v}::text`))})`;
  const kindRows = kinds.map((k, i) => rowOf(drawn.length + i, kindOf(k)));
  const names = ['currency', 'unit', ...by.map((_, i) => `g${i}`)];
  const same = (alias: string, columns: readonly string[]) => columns.map((c) => `${alias}.${c} is not distinct from n.${c}`).join(' and ');
  const drawnRows = drawn.length
    ? sql` left join (values ${join(drawn.map((d, i) => rowOf(i, [...kindOf(d), ...d.values])))}) d(place, ${raw(names.join(', '))}) on ${raw(same('d', names))}`
    : raw(' left join (select null::integer as place) d on false');
  const placed = sql`select n.code, coalesce(d.place, k.place)::smallint as place
    from ${raw(numbered.named)} n join (values ${join(kindRows)}) k(place, currency, unit) on ${raw(same('k', ['currency', 'unit']))}${drawnRows}`;
  const daily = needsDays(bin, numbered.dated);
  const figures = measure === 'charges' ? ['n'] : parts;
  const rows = await rowsOf(
    connection,
    // the days are added up before they become weeks and text: that is done a million times less often
    sql`with p as (${placed})
        select (${raw(binOf(bin, range))})::text as bin, place, ${raw(figures.map((c) => `sum(${c}) as ${c}`).join(', '))}
          from (select f.day, p.place, ${raw(addedUp(figures, counting))}
                  from ${facts({ ranges: [range], amounts: sums, tiny: held.tiny, daily })}${raw(numbered.join)} join p on p.code = m.code
                 group by all) f group by 1, 2 order by 1, 2`,
  );
  return rows.map((row) => {
    const at = Number(row.place);
    const { currency, unit } = drawn[at] ?? kinds[at - drawn.length] ?? { currency: '', unit: null };
    return {
      bin: String(row.bin),
      place: Math.min(at, drawn.length),
      currency,
      unit,
      amount: measure === 'charges' ? String(row.n) : figure(sums.map((name) => sumFrom(row, name))),
    };
  });
}
