import type { DuckDBConnection } from '@duckdb/node-api';
import type { ExploreQuestion } from '../../core/explore/question';
import type { Day } from '../../core/time/days';
import { join, raw, type Sql, sql } from '../sql';
import { addedUp, amountsOf, leastOf, partColumns, sumsIn, sumsOf, textOf } from './explore-parts';
import { dayLiteral, rowsOf } from './explore-sql';
import { facts, isOfMonths } from './facts';
import type { GroupRow, GroupRows, KindRow } from './group-rows';
import type { Numbered } from './numbered';
import type { Held } from './store';
import { CONVERTED } from './told';

/**
 * What the largest groups add up to, month by month where that takes rates, and all of each kind: one sum of each of 100,000 groups says which are the
 * largest, and only theirs are added up in full. A few more than asked may come, where sums are alike to a thousandth.
 */
export async function manyGroups(
  connection: DuckDBConnection,
  held: Held,
  question: ExploreQuestion,
  numbered: Numbered,
  most: number,
): Promise<GroupRows> {
  const { range, comparison, by, measure, conversion } = question;
  const { counting, sums } = sumsOf(measure);
  const amounts = amountsOf(measure);
  const columns = [...partColumns(amounts, held.precision), 'n'];
  const ranges = [range, ...(comparison ? [comparison] : [])];
  const month = conversion ? 'month' : 'null::date as month';
  const day = conversion ? `, date_trunc('month', f.day)::date as month` : '';
  // sums of months are few enough to be kept as they are; charges are added up first
  const areMonths = !numbered.dated && ranges.every(isOfMonths);
  const own = columns.map((c) => `f.${c === 'n' ? counting : c} as ${c}`).join(', ');
  const spans = ranges.map(
    (range, span) => sql`select m.code, m.kind, ${raw(`${span} as span${day}, ${areMonths ? own : addedUp(columns, counting)}`)}
      from ${facts({ range, amounts, precision: held.precision, daily: numbered.dated })}${raw(numbered.join)}${raw(areMonths ? '' : ' group by all')}`,
  );
  const [first, second] = sums;
  const sumOf = (c: string) => `sum(${c}) filter (where span = 0)`;
  const size = first ? `${sumOf(`${first}_0`)}${measure === 'savings' ? ` - ${sumOf(`${second}_0`)}` : ''}` : sumOf('n');
  const names = by.map((_, i) => `g${i}`);
  const added = columns.map((c) => `sum(${c}) as ${c}`).join(', ');
  const list = (texts: readonly string[]) => raw(texts.map((t) => `${t}, `).join(''));
  const rows = await rowsOf(
    connection,
    sql`with f as materialized (${join(spans, ' union all ')}),
      s as (${sizes(question, numbered, size)}),
      k as (select told, count(*) as n_groups, ${raw(leastOf('size', most))} as least from s group by told),
      large as (select distinct s.name from s join k using (told) where size >= least),
      d as (select code, span, ${raw(month)}, ${raw(added)} from f
             where code in (select code from ${raw(numbered.named)} where name in (select name from large)) group by all)
      select n.code, n.name, n.kind, ${list(names.map((g) => `n.${g}`))}span, month::text as day, null as n_groups, ${raw(columns.join(', '))}
        from d join ${raw(numbered.named)} n using (code)
      union all
      select null, null, kind, ${list(names.map(() => 'null'))}span, ${raw(month)}, null, ${raw(added)} from f group by all
      union all
      select null, null, told, ${list(names.map(() => 'null'))}null, null, n_groups, ${raw(columns.map(() => 'null').join(', '))} from k`,
  );
  const found: { rows: GroupRow[]; all: KindRow[]; counts: Map<number, number> } = { rows: [], all: [], counts: new Map() };
  for (const row of rows) {
    const kind = Number(row.kind);
    const read = { kind, span: Number(row.span), day: (textOf(row.day) as Day | null) ?? null, ...sumsIn(row, amounts) };
    if (row.n_groups !== null) found.counts.set(kind, Number(row.n_groups));
    else if (row.code === null) found.all.push(read);
    else found.rows.push({ ...read, of: { name: Number(row.name), kind, values: names.map((g) => textOf(row[g])) } });
  }
  return found;
}

/** ` name, told, size`: how large each group is, near enough to look for the largest. */
function sizes({ conversion }: ExploreQuestion, { named, kinds }: Numbered, size: string): Sql {
  if (!conversion)
    return sql`select n.name, n.kind as told, abs(coalesce(size, 0)) as size from (select code, ${raw(size)} as size from f group by code) o join ${raw(named)} n using (code)`;
  const rates = kinds.flatMap(({ currency }, kind) =>
    conversion.rates
      .filter((r) => r.base === currency)
      .map((r) => sql`(${raw(String(kind))}, ${raw(dayLiteral(r.month))}, ${r.rate}::double)`),
  );
  const own = kinds.findIndex((k) => k.currency === conversion.to);
  const table = rates.length ? sql`(values ${join(rates)})` : raw('(select null::integer, null::date, null::double where false)');
  return sql`select n.name, case when o.kind = ${raw(String(own))} or r.rate is not null then ${raw(String(CONVERTED))} else o.kind end as told,
                    abs(coalesce(sum(size * coalesce(r.rate, 1)), 0)) as size
               from (select code, kind, month, ${raw(size)} as size from f group by all) o join ${raw(named)} n using (code)
               left join ${table} r(kind, month, rate) on r.kind = o.kind and r.month = o.month group by all`;
}
