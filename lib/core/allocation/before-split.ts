import { isAdditive, isMoney } from '../explore/measures';
import type { ExploreGroup, ExploreQuestion } from '../explore/question';
import { addMonths, monthStart } from '../time/days';
import { fold } from './fold';
import { inForce, type Pool } from './pools';
import { plus } from './statement';

/** One value of a dimension whose cost others carry, as it stands in a view of costs. */
export interface SharedOut {
  value: string;
  currency: string;
  /** What the view shows of it; null of a price. */
  amount: string | null;
  /** It is split in some of the months only. */
  isPartly: boolean;
}

/**
 * Costs by an allocation stand with whom the rules give them to. What is shared is not split there, for a group is the sum of its charges; Showback splits
 * it. Says of a view what that is about.
 */
export interface BeforeSplit {
  /** The dimension's key, as Allocation knows it. */
  dimension: string;
  /** Those that are groups of the view; none where a filter by the dimension leaves none. */
  values: SharedOut[];
}

/** Of costs that are grouped by a dimension or filtered by it; null where nothing of it is shared in these days. */
export function beforeSplit(
  { by, filters, range, measure }: Pick<ExploreQuestion, 'by' | 'filters' | 'range' | 'measure'>,
  groups: readonly Pick<ExploreGroup, 'values' | 'currency' | 'amount'>[],
  { word, dimension }: { word: string; dimension: string },
  pools: readonly Pool[],
): BeforeSplit | null {
  const isFiltered = filters.some((f) => f.dimension === word);
  if (!isMoney(measure) || !(by.includes(word) || isFiltered)) return null;
  const months = monthsIn(range);
  const place = by.indexOf(word);
  const shared = pools.filter((p) => p.dimension === dimension && months.some((m) => inForce(p, m)));
  if (shared.length === 0) return null;
  if (place < 0) return { dimension, values: [] };
  const values = [...new Map(shared.map((p) => [fold(p.value), p.value]))].flatMap(([key, value]): SharedOut[] => {
    const isPartly = months.some((m) => !shared.some((p) => fold(p.value) === key && inForce(p, m)));
    const own = groups.filter((g) => fold(g.values[place] ?? '') === key);
    return [...new Set(own.map((g) => g.currency))].map((currency) => ({
      ...{ value, currency, isPartly },
      amount: isAdditive(measure) ? own.reduce((sum, g) => (g.currency === currency ? plus(sum, g.amount ?? '0') : sum), '0') : null,
    }));
  });
  return values.length > 0 || isFiltered ? { dimension, values } : null;
}

/** The months of a range, like `2026-10`. */
function monthsIn({ from, to }: ExploreQuestion['range']): string[] {
  const months: string[] = [];
  for (let day = monthStart(from); day < to; day = addMonths(day, 1)) months.push(day.slice(0, 7));
  return months;
}
