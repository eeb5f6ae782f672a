import { hrefOf, only } from '@/components/filters/cost-view';
import { writeFilter } from '@/lib/core/explore/filters';
import type { Range } from '@/lib/core/time/period';

interface AskedCharges {
  period: Range;
  dimension: { key: string; isBuiltIn: boolean };
  /** Null is what nobody owns. */
  target: string | null;
  basis: 'effective' | 'billed';
  currency: string;
}

/** Where the charges are that the rules give a target: on Costs, in the same days and by the same cost. */
export const chargesHref = ({ period, dimension, target, basis, currency }: AskedCharges): string =>
  hrefOf('/costs', [
    ['from', period.from],
    ['to', period.to],
    ['f', writeFilter(only(dimension.isBuiltIn ? dimension.key : `allocation:${dimension.key}`, target))],
    ['measure', basis === 'billed' && basis],
    ['draw', currency],
  ]);
