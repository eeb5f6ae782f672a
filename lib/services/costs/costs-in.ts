import Big from 'big.js';
import type { CostDimension } from '../../core/costs/dimensions';
import { converter } from '../../core/fx/conversion';
import { type CostGroup, costsByGroup } from '../../db/queries/costs-by-group';
import { conversionOf } from '../fx/conversion-of';

type GroupBy = readonly (CostDimension | 'day' | 'month')[];

/** Groups told in one currency at the rate of each month; what has no rate stays in its own. */
export async function costsIn(organization: number, to: string, ask: { groupBy: GroupBy; from: string; to: string }): Promise<CostGroup[]> {
  const byMonth: GroupBy = ask.groupBy.includes('month') || ask.groupBy.includes('day') ? ask.groupBy : [...ask.groupBy, 'month'];
  const [conversion, rows] = await Promise.all([
    conversionOf(organization, to, [ask]),
    costsByGroup(organization, { ...ask, groupBy: byMonth }),
  ]);
  return merged(converter(conversion), rows, ask.groupBy);
}

/** What was asked by month, or by day, told in one currency; rows of one currency and group put together. */
export function merged(told: ReturnType<typeof converter>, rows: readonly CostGroup[], by: GroupBy): CostGroup[] {
  const groups = new Map<string, CostGroup>();
  for (const row of rows) {
    const day = row.group.day ?? `${row.group.month}-01`;
    const { currency } = told.convert(row.currency, day, null);
    const money = (of: 'billed' | 'effective') => told.convert(row.currency, day, row[of]).amount;
    const group = Object.fromEntries(by.map((d) => [d, row.group[d] ?? null]));
    const key = JSON.stringify([currency, group]);
    const known = groups.get(key);
    groups.set(key, {
      group,
      currency,
      billed: sumOf([known?.billed ?? null, money('billed')]),
      effective: sumOf([known?.effective ?? null, money('effective')]),
      tokens: sumOf([known?.tokens ?? null, row.tokens]),
      charges: String(Number(known?.charges ?? 0) + Number(row.charges)),
    });
  }
  return [...groups.values()];
}

/** Null is unknown: it adds nothing, and alone it stays unknown. */
export const sumOf = (amounts: readonly (string | null)[]): string | null => {
  const known = amounts.filter((a) => a !== null);
  return known.length ? known.reduce((all, a) => all.plus(a), new Big(0)).toFixed() : null;
};
