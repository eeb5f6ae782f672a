import Big from 'big.js';
import { NONE } from '../../core/costs/cost-query';
import { type CostDimension, isCostDimension } from '../../core/costs/dimensions';
import { asCostFilters } from '../../core/explore/filters';
import type { DrawnGroup, ExploreGroup, ExplorePoint, ExploreQuestion, ExploreTotal } from '../../core/explore/question';
import { converter } from '../../core/fx/conversion';
import type { MonthRate } from '../../core/fx/rate';
import { binStart } from '../../core/time/bins';
import { type CostGroup, costsByGroup } from '../../db/queries/costs-by-group';
import { merged, sumOf } from '../costs/costs-in';

type SliceQuestion = ExploreQuestion & { by: readonly CostDimension[]; measure: 'effective' | 'billed' };

/**
 * Whether slices know what is asked: their dimensions, no words inside of values, the cost that was billed or is effective. What is a refund or covered by a
 * commitment is told by columns that they do not have.
 */
export function fitsSlices(question: ExploreQuestion): question is SliceQuestion {
  return (
    question.by.every(isCostDimension) &&
    asCostFilters(question.filters) !== null &&
    question.without.length === 0 &&
    ['effective', 'billed'].includes(question.measure)
  );
}

const filtersOf = ({ filters }: ExploreQuestion) => asCostFilters(filters) ?? [];

/** The same groups and totals from slices, to the last digit. */
export async function groupsFromSlices(
  organization: number,
  question: SliceQuestion,
  most: number,
): Promise<{ groups: ExploreGroup[]; totals: ExploreTotal[]; used: MonthRate[] }> {
  const { range, comparison, by, measure, conversion } = question;
  const told = conversion && converter(conversion);
  const ask = async (days: { from: string; to: string }) => {
    const asked = { ...days, filters: filtersOf(question), measure };
    if (!told) return costsByGroup(organization, { groupBy: by, ...asked });
    return merged(told, await costsByGroup(organization, { groupBy: [...by, 'month'], ...asked }), by);
  };
  const [current, previous] = await Promise.all([ask(range), comparison ? ask(comparison) : []]);
  const keyOf = (g: CostGroup) => JSON.stringify([g.currency, ...by.map((d) => g.group[d] ?? null)]);
  const before = new Map(previous.map((p) => [keyOf(p), p]));
  const known = new Set(current.map(keyOf));
  const gone = previous
    .filter((p) => !known.has(keyOf(p)))
    .map((p) => ({ ...p, billed: null, effective: null, tokens: null, charges: '0' }));
  const groups = [...current, ...gone]
    .map((g): ExploreGroup => {
      const was = before.get(keyOf(g));
      return {
        values: by.map((d) => g.group[d] ?? null),
        currency: g.currency,
        unit: null,
        amount: g[measure],
        previous: comparison ? (was?.[measure] ?? null) : null,
        tokens: g.tokens,
        charges: Number(g.charges),
      };
    })
    .map((group) => ({ group, size: new Big(group.amount ?? 0).abs() }))
    .sort((a, b) => b.size.cmp(a.size))
    .map(({ group }) => group);
  const currencies = [...new Set(groups.map((g) => g.currency))];
  return {
    used: told?.used() ?? [],
    groups: currencies.flatMap((currency) => groups.filter((g) => g.currency === currency).slice(0, most)),
    totals: currencies.map((currency) => {
      const own = groups.filter((g) => g.currency === currency);
      const sum = (of: (g: ExploreGroup) => string | null) => sumOf(own.map(of));
      return {
        currency,
        unit: null,
        amount: sum((g) => g.amount),
        previous: sum((g) => g.previous),
        tokens: sum((g) => g.tokens),
        charges: own.reduce((n, g) => n + g.charges, 0),
        groups: own.length,
      };
    }),
  };
}

/** The same series from slices. */
export async function seriesFromSlices(
  organization: number,
  question: SliceQuestion,
  drawn: readonly DrawnGroup[],
): Promise<ExplorePoint[]> {
  const { range, by, measure, bin, conversion } = question;
  const told = conversion && converter(conversion);
  const asked = await costsByGroup(organization, { groupBy: ['day', ...by], ...range, filters: filtersOf(question), measure });
  const rows = asked.map((row) => {
    if (!told) return row;
    const { currency, amount } = told.convert(row.currency, row.group.day ?? range.from, row[measure]);
    return { ...row, currency, [measure]: amount };
  });
  const placeOf = new Map(drawn.map((d, i) => [JSON.stringify([d.currency, ...d.values.map((v) => v ?? NONE)]), i]));
  const points = new Map<string, ExplorePoint>();
  for (const row of rows) {
    const place = placeOf.get(JSON.stringify([row.currency, ...by.map((d) => row.group[d] ?? NONE)])) ?? drawn.length;
    const at = { bin: binStart(bin, row.group.day ?? range.from, range.from), place, currency: row.currency, unit: null };
    const key = JSON.stringify([at.bin, place, row.currency]);
    points.set(key, { ...at, amount: sumOf([points.get(key)?.amount ?? null, row[measure]]) });
  }
  return [...points.values()];
}
