import type { DuckDBConnection } from '@duckdb/node-api';
import Big from 'big.js';
import type { DrawnGroup, ExploreGroup, ExplorePoint, ExploreQuestion, ExploreTotal } from '../../core/explore/question';
import { type Conversion, inOrder } from '../../core/fx/conversion';
import type { MonthRate } from '../../core/fx/rate';
import { join, raw, type Sql, sql } from '../sql';
import { addedUp, binOf, leastOf, needsDays, partColumns, sumsOf, textOf } from './explore-parts';
import { dayLiteral, type Row, rowsOf } from './explore-sql';
import { facts } from './facts';
import type { Numbered } from './numbered';
import type { MonthAmount } from './schema';
import type { Held } from './store';
import { decimalPlaces, measureSums, sumFrom } from './sums';

/** Of amounts that need no rate, being in the asked currency, and of those that have none. */
const OWN = 0;
const UNKNOWN = -1;

/** Rates as whole numbers of one scale, so that amounts times rates are added without rounding. */
function scaled({ rates }: Conversion) {
  const digits = Math.max(0, ...rates.map((r) => (new Big(r.rate).toFixed().split('.')[1] ?? '').length));
  const whole = (rate: string) => BigInt(new Big(rate).times(new Big(10).pow(digits)).toFixed(0));
  const one = 10n ** BigInt(digits);
  return { places: decimalPlaces + digits, one, of: (at: number) => (at > OWN ? whole(rates[at - 1]?.rate ?? '0') : one) };
}

/** What a measure adds up, told in one currency: sums of each rate come in, exact figures go out. */
function figuresOf(conversion: Conversion, measure: ExploreQuestion['measure']) {
  const { sums, figure } = sumsOf(measure);
  const scale = scaled(conversion);
  const converted = (name: MonthAmount, rows: readonly Row[], prefix: string): bigint | null =>
    rows.reduce<bigint | null>((all, row) => {
      const sum = sumFrom(row, `${prefix}${name}`);
      // tokens are no money: they only move to the same scale
      return sum === null ? all : (all ?? 0n) + sum * (name === 'tokens' ? scale.one : scale.of(Number(row.rate)));
    }, null);
  return (rows: readonly Row[], prefix = '') =>
    figure(
      sums.map((name) => converted(name, rows, prefix)),
      scale.places,
    );
}

/** `(…) r(currency, month, rate, approx)`: the rates by their place, and near enough to put groups in order. */
const ratesTable = ({ rates }: Conversion): Sql =>
  sql`(values ${join(
    rates.map((r, i) => sql`(${r.base}::text, ${raw(dayLiteral(r.month))}, ${raw(String(i + 1))}, ${r.rate}::double)`),
  )}) r(currency, month, rate, approx)`;

/**
 * The largest groups of a question told in one currency, largest first, and all of each currency. What has no rate for its month stays in its own.
 * DuckDB adds up by rate and puts in order; the exact product is made here.
 */
export async function convertedGroups(
  connection: DuckDBConnection,
  held: Held,
  question: ExploreQuestion & { conversion: Conversion },
  numbered: Numbered,
  most: number,
): Promise<{ groups: ExploreGroup[]; totals: ExploreTotal[]; used: MonthRate[] }> {
  const { range, comparison, by, measure, conversion } = question;
  const { sums, counting } = sumsOf(measure);
  const amounts = [...new Set<MonthAmount>([...sums, 'tokens'])];
  const ranges = [range, ...(comparison ? [comparison] : [])];
  const parts = [...partColumns(amounts, held.tiny), 'n'];
  const keys = by.map((_, i) => `g${i}`);
  const listed = (columns: readonly string[]) => raw(columns.map((c) => `${c}, `).join(''));
  const added = raw(parts.map((c) => `sum(${c}) as ${c}`).join(', '));
  const [first, second] = sums;
  const size = `${first}_0${measure === 'savings' ? ` - ${second}_0` : ''}`;
  const order = ['size desc', ...keys.map((k) => `${k} nulls last`)].join(', ');
  const same = ['t.currency = b.currency', ...keys.map((k) => `t.${k} is not distinct from b.${k}`)].join(' and ');
  const rows = await rowsOf(
    connection,
    sql`with a as (select m.code, f.span, date_trunc('month', f.day)::date as month,
                   ${raw(addedUp(parts, counting))}
              from ${facts({ ranges, amounts, tiny: held.tiny, daily: numbered.dated })}${raw(numbered.join)} group by all),
      b as materialized (select ${listed(keys.map((k) => `n.${k}`))}case when r.rate is null then n.currency else ${conversion.to}::text end as currency, a.span,
                   case when n.currency = ${conversion.to}::text then ${raw(String(OWN))} else coalesce(r.rate, ${raw(String(UNKNOWN))}) end as rate,
                   any_value(coalesce(r.approx, 1)) as approx, ${added}
              from a join ${raw(numbered.named)} n using (code) left join ${ratesTable(conversion)} on r.currency = n.currency and r.month = a.month group by all),
      s as (select ${listed(keys)}currency, abs(coalesce(sum((${raw(size)}) * approx) filter (where span = 0), 0)) as size from b group by all),
      c as (select currency as of_currency, count(*) as n_groups, ${raw(leastOf('size', most))} as least from s group by 1),
      t as (select s.*, row_number() over (partition by currency order by ${raw(order)}) as place from s join c on of_currency = currency where size >= least)
      select t.place, 0 as of_groups, ${listed(keys.map((k) => `b.${k}`))}b.currency, b.span, b.rate, ${raw(parts.map((c) => `b.${c}`).join(', '))}
        from b join t on ${raw(same)} where t.place <= ${raw(String(Math.trunc(most)))}
      union all
      select 0, any_value(c.n_groups), ${listed(keys.map(() => 'null'))}b.currency, b.span, b.rate, ${raw(parts.map((c) => `sum(b.${c})`).join(', '))}
        from b join c on of_currency = b.currency group by b.currency, b.span, b.rate`,
  );
  const figure = figuresOf(conversion, measure);
  const read = (own: readonly Row[]): Omit<ExploreGroup, 'values'> => {
    const [now, before] = [0, 1].map((span) => own.filter((row) => Number(row.span) === span)) as [Row[], Row[]];
    const tokens = now.reduce<bigint | null>((all, row) => plusMore(all, sumFrom(row, 'tokens')), null);
    return {
      currency: String(own[0]?.currency),
      unit: null,
      amount: figure(now),
      previous: comparison ? figure(before) : null,
      tokens: tokens === null ? null : measureSums.tokens.figure([tokens]),
      charges: now.reduce((n, row) => n + Number(row.n ?? 0), 0),
    };
  };
  const places = new Map<string, Row[]>();
  for (const row of rows) {
    const place = `${row.currency} ${row.place}`;
    const own = places.get(place);
    if (own) own.push(row);
    else places.set(place, [row]);
  }
  const all = [...places.values()];
  const isTotal = (own: readonly Row[]) => Number(own[0]?.place) === 0;
  const groups = all
    .filter((own) => !isTotal(own))
    .map((own) => ({ values: keys.map((k) => textOf(own[0]?.[k])), ...read(own), place: Number(own[0]?.place) }))
    .map((group) => ({ group, size: new Big(group.amount ?? 0).abs() }))
    .sort((a, b) => b.size.cmp(a.size) || a.group.place - b.group.place)
    .map(({ group: { place: _, ...group } }) => group);
  const currencies = [...new Set(groups.map((g) => g.currency))]; // as their largest groups stand, like in slices
  const totals = all.filter(isTotal).map((own) => ({ ...read(own), groups: Number(own[0]?.of_groups) }));
  const used = new Set(rows.map((row) => Number(row.rate)).filter((at) => at > OWN));
  return {
    groups,
    totals: totals.sort((a, b) => currencies.indexOf(a.currency) - currencies.indexOf(b.currency)),
    used: inOrder(conversion.rates.filter((_, i) => used.has(i + 1))),
  };
}

const plusMore = (all: bigint | null, more: bigint | null): bigint | null => (more === null ? all : (all ?? 0n) + more);

/** What is drawn of such a question: the given groups by day, week, month or quarter, and all others of their currency under the place after the last. */
export async function convertedSeries(
  connection: DuckDBConnection,
  held: Held,
  question: ExploreQuestion & { conversion: Conversion },
  numbered: Numbered,
  drawn: readonly DrawnGroup[],
): Promise<ExplorePoint[]> {
  const { range, by, measure, bin, conversion } = question;
  const { sums, counting } = sumsOf(measure);
  const parts = partColumns(sums, held.tiny);
  const names = raw(['place', 'currency', ...by.map((_, i) => `g${i}`)].join(', '));
  const drawnRows = drawn.map((d, i) => sql`(${raw(String(i))}, ${join([d.currency, ...d.values].map((v) => sql`${v}::text`))})`);
  const sameGroup = (alias: string) => by.map((_, i) => ` and ${alias}.g${i} is not distinct from n.g${i}`).join('');
  // a group is drawn under the asked currency in months that have its rate, and under its own in the others
  const placed = drawnRows.length
    ? sql`select n.code, n.currency, x.place as converted, y.place as own from ${raw(numbered.named)} n
            left join (values ${join(drawnRows)}) x(${names}) on x.currency = ${conversion.to}::text${raw(sameGroup('x'))}
            left join (values ${join(drawnRows)}) y(${names}) on y.currency = n.currency${raw(sameGroup('y'))}`
    : raw(`select n.code, n.currency, null::integer as converted, null::integer as own from ${numbered.named} n`);
  const daily = needsDays(bin, numbered.dated);
  const rows = await rowsOf(
    connection,
    sql`with p as (${placed})
        select (${raw(binOf(bin, range))})::text as bin, date_trunc('month', f.day)::date::text as month, currency, converted, own,
               ${raw(parts.map((c) => `sum(${c}) as ${c}`).join(', '))}
          from (select f.day, p.currency, p.converted, p.own, ${raw(addedUp(parts, counting))}
                  from ${facts({ ranges: [range], amounts: sums, tiny: held.tiny, daily })}${raw(numbered.join)} join p on p.code = m.code
                 group by all) f group by all order by 1, 2`,
  );
  const at = new Map(conversion.rates.map((r, i) => [`${r.base} ${r.month}`, i + 1]));
  const points = new Map<string, { bin: string; place: number; currency: string; rows: Row[] }>();
  for (const row of rows) {
    const rate = row.currency === conversion.to ? OWN : (at.get(`${row.currency} ${row.month}`) ?? UNKNOWN);
    const place = rate === UNKNOWN ? row.own : row.converted;
    const point = {
      bin: String(row.bin),
      place: place === null || place === undefined ? drawn.length : Number(place),
      currency: rate === UNKNOWN ? String(row.currency) : conversion.to,
    };
    const key = JSON.stringify(point);
    const known = points.get(key);
    if (known) known.rows.push({ ...row, rate });
    else points.set(key, { ...point, rows: [{ ...row, rate }] });
  }
  const figure = figuresOf(conversion, measure);
  return [...points.values()]
    .sort((a, b) => (a.bin === b.bin ? a.place - b.place : a.bin < b.bin ? -1 : 1))
    .map(({ rows: own, ...point }) => ({ ...point, unit: null, amount: figure(own) }));
}
