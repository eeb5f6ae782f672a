import { addMonths, type Day, monthStart } from '../../core/time/days';
import type { Range } from '../../core/time/period';
import { raw, type Sql } from '../sql';
import { within } from './explore-sql';
import { factPart, type MonthAmount, type Precision, partsRead } from './schema';

const parts = ['hi', 'lo', 'tiny'] as const;

/** Which rows of the facts a question adds up, and as what. */
export interface FactsAsk {
  range: Range;
  amounts: readonly MonthAmount[];
  precision: Precision;
  /** Days matter: for bars of days and weeks, and where an allocation holds for some days only. */
  daily: boolean;
}

/**
 * ` (…) f` with the columns day, profile, n_billed, n_effective and the parts of the amounts as `AMOUNT_0` and on. Whole months come from
 * their sums, what is left at both ends from the charges.
 */
export function facts({ range, amounts, precision, daily }: FactsAsk): Sql {
  const ofCharges = amounts.flatMap((a) => partsRead(a, precision).map((i) => `${factPart(a, parts[i] ?? 'hi')} as ${a}_${i}`));
  const ofMonths = amounts.flatMap((a) => partsRead(a, precision).map((i) => `m.${a}_${parts[i]} as ${a}_${i}`));
  const charges = (r: Range) =>
    r.from < r.to
      ? [
          `select f.day, f.profile, f.counts_billed::bigint as n_billed, f.counts_effective::bigint as n_effective${listed(ofCharges)} from fact f where ${within(r)}`,
        ]
      : [];
  const months = daily ? null : wholeMonths(range);
  const pieces = months
    ? [
        `select m.month as day, m.profile, m.n_billed, m.n_effective${listed(ofMonths)} from fact_month m where ${within(months).replaceAll('f.day', 'm.month')}`,
        ...charges({ from: range.from, to: months.from }),
        ...charges({ from: months.to, to: range.to }),
      ]
    : charges(range);
  return raw(`(${pieces.join(' union all ')}) f`);
}

/** Whether a range is read as the sums of its months alone. */
export const isOfMonths = ({ from, to }: Range): boolean => from === monthStart(from) && to === monthStart(to);

const listed = (columns: readonly string[]): string => columns.map((c) => `, ${c}`).join('');

/** The whole months inside of a range; null where there is none. */
function wholeMonths({ from, to }: Range): Range | null {
  const first: Day = from === monthStart(from) ? from : addMonths(monthStart(from), 1);
  const last = monthStart(to);
  return first < last ? { from: first, to: last } : null;
}
