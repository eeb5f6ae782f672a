import type { DuckDBConnection } from '@duckdb/node-api';
import { isMoney } from '../../core/explore/measures';
import type { DrawnGroup, ExploreGroup, ExplorePoint, ExploreQuestion, ExploreTotal } from '../../core/explore/question';
import { join, raw, sql } from '../sql';
import { binOf, onDays, partColumns, sumsOf, textOf } from './explore-parts';
import { profileSet, type Row, rowsOf } from './explore-sql';
import { facts } from './facts';
import type { MonthAmount } from './schema';
import type { Held } from './store';
import { measureSums, sumFrom } from './sums';

/** The largest groups of a question, largest first, and all of each currency. */
export async function exploreGroups(
  connection: DuckDBConnection,
  held: Held,
  question: ExploreQuestion,
  most: number,
): Promise<{ groups: ExploreGroup[]; totals: ExploreTotal[] }> {
  const { range, comparison, by, measure } = question;
  const { statement, dated } = profileSet(question, held.dated);
  const { sums, counting, figure, currency, unit } = sumsOf(measure);
  const amounts = [...new Set<MonthAmount>([...sums, 'tokens'])];
  const ranges = [range, ...(comparison ? [comparison] : [])];
  const parts = partColumns(amounts, held.tiny);
  const keys = by.map((_, i) => `g${i}`);
  const listed = (columns: readonly string[]) => raw(columns.map((c) => `${c}, `).join(''));
  const spans = ranges.map((_, i) => i);
  const figures = spans.flatMap((span) => [...parts, 'n'].map((c) => `s${span}_${c}`));
  const pivot = spans.flatMap((span) => [...parts, 'n'].map((c) => `any_value(${c}) filter (where span = ${span}) as s${span}_${c}`));
  const [first, second] = sums;
  const size = first ? `abs(coalesce(s0_${first}_0${measure === 'savings' ? ` - s0_${second}_0` : ''}, 0))` : 'coalesce(s0_n, 0)';
  const order = raw([`${size} desc`, ...[...keys, 'currency', 'unit'].map((k) => `${k} nulls last`)].join(', '));
  const rows = await rowsOf(
    connection,
    sql`with a as (select ${listed(keys.map((k) => `p.${k}`))}${raw(currency)} as currency, ${raw(unit)} as unit, f.span,
                   ${raw([...parts.map((c) => `sum(f.${c}) as ${c}`), `sum(f.${counting}) as n`].join(', '))}
              from ${facts({ ranges, amounts, tiny: held.tiny, daily: dated })} join (${statement}) p on p.ordinal = f.profile${raw(onDays(dated))} group by all),
      g as (select ${listed(keys)}currency, unit, ${raw(pivot.join(', '))} from a group by all)
      select ${listed(keys)}currency, unit, ${raw(figures.join(', '))}, ${raw(figures.map((f) => `sum(${f}) over whole as all_${f}`).join(', '))}, count(*) over whole as groups
        from g window whole as (partition by currency, unit)
     qualify row_number() over (partition by currency, unit order by ${order}) <= ${raw(String(Math.trunc(most)))} order by ${order}`,
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
    groups: rows.map((row) => ({ values: keys.map((k) => textOf(row[k])), ...read(row, '') })),
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
  drawn: readonly DrawnGroup[],
  kinds: readonly Pick<DrawnGroup, 'currency' | 'unit'>[],
): Promise<ExplorePoint[]> {
  const { range, by, measure, bin } = question;
  const { statement, dated } = profileSet(question, held.dated);
  const { sums, counting, figure } = sumsOf(measure);
  const parts = partColumns(sums, held.tiny);
  const text = (value: string | null) => sql`${value}::text`;
  const kindOf = ({ currency, unit }: Pick<DrawnGroup, 'currency' | 'unit'>) => sql`${text(currency)}, ${text(unit)}`;
  const sameKind = (alias: string) => [
    ...(isMoney(measure) ? [`${alias}.currency = s.currency`] : []),
    ...(measure === 'quantity' ? [`${alias}.unit is not distinct from s.unit`] : []),
  ];
  const drawnRows = drawn.map(
    (d, i) =>
      sql`(${raw(String(i))}, ${kindOf(d)}${join(
        d.values.map((v) => sql`, ${text(v)}`),
        '',
      )})`,
  );
  const kindRows = kinds.map((k, i) => sql`(${raw(String(drawn.length + i))}, ${kindOf(k)})`);
  if (kindRows.length === 0) return [];
  const sameGroup = [...sameKind('d'), ...by.map((_, i) => `d.g${i} is not distinct from s.g${i}`)];
  const names = raw(['place', 'currency', 'unit', ...by.map((_, i) => `g${i}`)].join(', '));
  const places = drawnRows.length
    ? sql`left join (values ${join(drawnRows)}) d(${names}) on ${raw(sameGroup.join(' and ') || 'true')}`
    : sql`left join (select null::integer as place) d on false`;
  const profiles = sql`select s.*, coalesce(d.place, k.place)::smallint as place from (${statement}) s ${places}
    join (values ${join(kindRows)}) k(place, currency, unit) on ${raw(sameKind('k').join(' and ') || 'true')}`;
  const daily = dated || bin === 'day' || bin === 'week';
  const figures = measure === 'charges' ? ['n'] : parts;
  const rows = await rowsOf(
    connection,
    // a bar's day becomes text when all is added up: a million times less often
    sql`select bin::text as bin, place, ${raw(figures.join(', '))}
          from (select ${raw(binOf(bin, range))} as bin, p.place,
                       ${raw(figures.map((c) => (c === 'n' ? `sum(f.${counting}) as n` : `sum(f.${c}) as ${c}`)).join(', '))}
                  from ${facts({ ranges: [range], amounts: sums, tiny: held.tiny, daily })} join (${profiles}) p on p.ordinal = f.profile${raw(onDays(dated))}
                 group by all) order by 1, 2`,
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
