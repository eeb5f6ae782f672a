import { addMonths, type Day, monthStart } from '../../core/time/days';
import type { Range } from '../../core/time/period';
import { raw, type Sql } from '../sql';
import { within } from './explore-sql';
import { factPart, type MonthAmount } from './schema';

const parts = ['hi', 'lo', 'tiny'] as const;

/** Which rows of the facts a question adds up, and as what. */
export interface FactsAsk {
  /** Each range is told apart in the column `span` by its place. */
  ranges: readonly Range[];
  amounts: readonly MonthAmount[];
  /** Whether an amount of this ledger has more than 21 digits after the point: only then their last part is read. */
  tiny: boolean;
  /** Days matter: for bars of days and weeks, and where an allocation holds for some days only. */
  daily: boolean;
}

/**
 * ` (…) f` with the columns span, day, profile, n_billed, n_effective and the parts of the amounts as `AMOUNT_0` and on. Whole months come from
 * their sums, what is left at both ends from the charges.
 */
export function facts({ ranges, amounts, tiny, daily }: FactsAsk): Sql {
  const read = tiny ? parts : parts.slice(0, 2);
  const ofCharges = amounts.flatMap((a) => read.map((part, i) => `${factPart(a, part)} as ${a}_${i}`));
  const ofMonths = amounts.flatMap((a) => read.map((part, i) => `m.${a}_${part} as ${a}_${i}`));
  const pieces = ranges.flatMap((range, span) => {
    const charges = (r: Range) =>
      r.from < r.to
        ? [
            `select ${span} as span, f.day, f.profile, f.counts_billed::bigint as n_billed, f.counts_effective::bigint as n_effective${listed(ofCharges)}
               from fact f where ${within(r)}`,
          ]
        : [];
    const months = daily ? null : wholeMonths(range);
    if (!months) return charges(range);
    return [
      `select ${span} as span, m.month as day, m.profile, m.n_billed, m.n_effective${listed(ofMonths)} from fact_month m where ${within(months).replaceAll('f.day', 'm.month')}`,
      ...charges({ from: range.from, to: months.from }),
      ...charges({ from: months.to, to: range.to }),
    ];
  });
  return raw(`(${pieces.join(' union all ')}) f`);
}

const listed = (columns: readonly string[]): string => columns.map((c) => `, ${c}`).join('');

/** The whole months inside of a range; null where there is none. */
function wholeMonths({ from, to }: Range): Range | null {
  const first: Day = from === monthStart(from) ? from : addMonths(monthStart(from), 1);
  const last = monthStart(to);
  return first < last ? { from: first, to: last } : null;
}
