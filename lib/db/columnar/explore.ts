import type { DuckDBConnection } from '@duckdb/node-api';
import { isMoney } from '../../core/explore/measures';
import type { DrawnGroup, ExploreGroup, ExplorePoint, ExploreQuestion, ExploreTotal } from '../../core/explore/question';
import { join, raw, sql } from '../sql';
import { dayLiteral, factsOf, profileSet, type Row, rowsOf, within } from './explore-sql';
import { measureSums, sumColumns, sumFrom } from './sums';

/** Amounts with more than 21 digits after the point are rare; only a ledger that has some adds up their last part. */
async function hasTiny(connection: DuckDBConnection): Promise<boolean> {
  return (await connection.runAndReadAll(`select 1 from state where name = 'tiny'`)).currentRowCount > 0;
}

/** The largest groups of a question, largest first, and all of each currency; one scan of the facts. */
export async function exploreGroups(
  connection: DuckDBConnection,
  question: ExploreQuestion,
  most: number,
): Promise<{ groups: ExploreGroup[]; totals: ExploreTotal[] }> {
  const { range, comparison, by, measure } = question;
  const tiny = await hasTiny(connection);
  const { statement, dated } = profileSet(by, question.filters, question.without);
  const sums = measure === 'charges' ? [] : measureSums[measure].sums;
  const counting = measure === 'charges' ? 'counts_effective' : measureSums[measure].counting;
  const now = within(range);
  const before = comparison && within(comparison);
  const columns = [
    ...sums.flatMap((s, i) => sumColumns(s, tiny, now, `now${i}`)),
    ...(before ? sums.flatMap((s, i) => sumColumns(s, tiny, before, `before${i}`)) : []),
    ...sumColumns({ amount: 'tokens' }, tiny, now, 'tokens'),
    `count(*) filter (where ${now} and f.${counting}) as charges`,
    ...(before ? [`count(*) filter (where ${before} and f.${counting}) as charges_before`] : []),
  ];
  const names = columns.map((c) => c.slice(c.lastIndexOf(' ') + 1));
  const unit = measure === 'quantity' ? 'p.unit' : 'null::text';
  const currency = isMoney(measure) ? 'p.currency' : `''`;
  const keys = by.map((_, i) => `g${i}`);
  const size = sums.length ? `abs(coalesce(${measure === 'savings' ? 'now0_0 - now1_0' : 'now0_0'}, 0))` : 'charges';
  const rows = await rowsOf(
    connection,
    sql`with p as materialized (${statement}),
      g as (select ${raw(keys.map((k) => `p.${k}, `).join(''))}${raw(currency)} as currency, ${raw(unit)} as unit, ${raw(columns.join(', '))}
              from ${factsOf(dated)} where ${raw(before ? `((${now}) or (${before}))` : now)} group by all)
      select ${raw(keys.map((k) => `${k}, `).join(''))}currency, unit, ${raw(names.join(', '))},
             ${raw(names.map((n) => `sum(${n}) over whole as all_${n}`).join(', '))}, count(*) over whole as groups
        from g window whole as (partition by currency, unit)
     qualify row_number() over (partition by currency, unit order by ${raw(size)} desc, ${raw([...keys, 'currency'].map((k) => `${k} nulls last`).join(', '))}) <= ${raw(String(Math.trunc(most)))}
       order by ${raw(size)} desc, ${raw([...keys, 'currency'].map((k) => `${k} nulls last`).join(', '))}`,
  );
  const read = (row: Row, prefix: string) => {
    const charges = Number(row[`${prefix}charges`] ?? 0);
    const chargesBefore = before ? Number(row[`${prefix}charges_before`] ?? 0) : null;
    const figure = (named: string) =>
      measure === 'charges' ? null : measureSums[measure].figure(sums.map((_, i) => sumFrom(row, `${prefix}${named}${i}`)));
    const tokens = sumFrom(row, `${prefix}tokens`);
    return {
      currency: String(row.currency),
      unit: row.unit === null ? null : String(row.unit),
      amount: measure === 'charges' ? String(charges) : figure('now'),
      previous: measure === 'charges' ? (chargesBefore === null ? null : String(chargesBefore)) : before ? figure('before') : null,
      tokens: tokens === null ? null : measureSums.tokens.figure([tokens]),
      charges,
    };
  };
  const totals = new Map<string, ExploreTotal>();
  for (const row of rows) {
    const key = JSON.stringify([row.currency, row.unit]);
    if (!totals.has(key)) totals.set(key, { ...read(row, 'all_'), groups: Number(row.groups) });
  }
  const textOf = (value: Row[string] | undefined) => (value === null || value === undefined ? null : String(value));
  return {
    groups: rows.map((row) => ({ values: keys.map((k) => textOf(row[k])), ...read(row, '') })),
    totals: [...totals.values()],
  };
}

/** The first day of a bar; one that is cut by the range begins with it. */
function binOf(bin: ExploreQuestion['bin'], { from }: { from: string }): string {
  if (bin === 'day') return 'f.day';
  return `greatest(date_trunc('${bin}', f.day)::date, ${dayLiteral(from)})`;
}

/** What is drawn: the given groups by day, week, month or quarter, and all others together under the place after the last. */
export async function exploreSeries(
  connection: DuckDBConnection,
  { range, by, measure, bin, filters, without }: ExploreQuestion,
  drawn: readonly DrawnGroup[],
): Promise<ExplorePoint[]> {
  const tiny = await hasTiny(connection);
  const { statement, dated } = profileSet(by, filters, without);
  const sums = measure === 'charges' ? [] : measureSums[measure].sums;
  const counting = measure === 'charges' ? 'counts_effective' : measureSums[measure].counting;
  const columns = [...sums.flatMap((s, i) => sumColumns(s, tiny, 'true', `now${i}`)), `count(*) filter (where f.${counting}) as charges`];
  const unit = measure === 'quantity' ? 'p.unit' : 'null::text';
  const currency = isMoney(measure) ? 'p.currency' : `''`;
  const places = drawn.map(
    (d, i) =>
      sql`(${raw(String(i))}, ${d.currency}, ${d.unit}${d.unit === null ? raw('::text') : raw('')}${join(
        d.values.map((v) => sql`, ${v}::text`),
        '',
      )})`,
  );
  const same = [
    ...(isMoney(measure) ? ['d.currency = p.currency'] : []),
    ...(measure === 'quantity' ? ['d.unit is not distinct from p.unit'] : []),
    ...by.map((_, i) => `d.g${i} is not distinct from p.g${i}`),
  ].join(' and ');
  const named = raw(['place', 'currency', 'unit', ...by.map((_, i) => `g${i}`)].join(', '));
  const ranked = drawn.length
    ? sql`select s.*, coalesce(d.place, ${raw(String(drawn.length))}) as place from (${statement}) s left join (values ${join(places)}) d(${named}) on ${raw(same.replaceAll('p.', 's.'))}`
    : sql`select s.*, 0 as place from (${statement}) s`;
  const rows = await rowsOf(
    connection,
    sql`with p as materialized (${ranked})
      select ${raw(binOf(bin, range))}::text as bin, p.place, ${raw(currency)} as currency, ${raw(unit)} as unit, ${raw(columns.join(', '))}
        from ${factsOf(dated)} where ${raw(within(range))} group by all order by 1, 2, 3, 4`,
  );
  return rows.map((row) => ({
    bin: String(row.bin),
    place: Number(row.place),
    currency: String(row.currency),
    unit: row.unit === null || row.unit === undefined ? null : String(row.unit),
    amount: measure === 'charges' ? String(row.charges) : measureSums[measure].figure(sums.map((_, i) => sumFrom(row, `now${i}`))),
  }));
}
