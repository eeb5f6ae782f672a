import type { Conversion } from '../fx/conversion';
import type { Bin } from '../time/bins';
import type { Day } from '../time/days';
import type { Range } from '../time/period';
import type { ExploreFilter } from './filters';
import type { ChargePart, ExploreMeasure } from './measures';

/** A free question of the ledger, understood: which charges, counted how, laid out how. Ranges are half-open. */
export interface ExploreQuestion {
  range: Range;
  /** What it is compared with; its sums stand beside those of the range. */
  comparison: Range | null;
  by: readonly string[];
  measure: ExploreMeasure;
  bin: Bin;
  filters: readonly ExploreFilter[];
  /** Charge categories that are left out. */
  without: readonly ChargePart[];
  /** Null: every currency for itself, as it was billed. */
  conversion: Conversion | null;
}

/** Exact decimals as text; null where no charge says anything of this measure. */
export interface ExploreGroup {
  values: (string | null)[];
  currency: string;
  /** Of a quantity; null for every other measure. */
  unit: string | null;
  amount: string | null;
  previous: string | null;
  tokens: string | null;
  charges: number;
}

/** All of one currency (and unit), the groups that were left away included. */
export interface ExploreTotal extends Omit<ExploreGroup, 'values'> {
  groups: number;
}

/** Charges that are counted under a total and are not in it, having no such price. */
export interface Unpriced {
  currency: string;
  charges: number;
}

export interface ExplorePoint {
  bin: Day;
  /** Place in the list of the drawn groups; its length stands for all others together. */
  place: number;
  currency: string;
  unit: string | null;
  amount: string | null;
}

/** A group that is drawn by itself. */
export interface DrawnGroup {
  values: (string | null)[];
  currency: string;
  unit: string | null;
}
