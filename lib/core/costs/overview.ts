import type { Converted } from '../fx/conversion';
import type { Day } from '../time/days';
import type { Range } from '../time/period';

/** Amounts are exact decimals as text; each row has one currency, and no two are ever added. */
export interface Overview {
  /** Null while nothing is loaded. */
  period: Range | null;
  /** Null where it would begin before the first day known. */
  comparison: Range | null;
  /** The first day that any load speaks for. */
  firstDay: Day | null;
  /** The day after the newest complete one, over all sources. */
  completeTo: Day | null;
  measure: 'effective' | 'billed';
  /** The one that is told in first, then most charges first. */
  currencies: string[];
  /** The currency all is told in and the rates it took; null where each currency stands as it was billed. */
  conversion: Converted | null;
  totals: OverviewTotal[];
  trend: TrendPoint[];
  groups: GroupRow[];
  movers: GroupRow[];
  freshness: SourceFreshness[];
  attention: Attention[];
}
export interface OverviewTotal {
  currency: string;
  current: string;
  previous: string | null;
  ai: string;
  unclassified: string;
  tokens: string | null;
  charges: number;
}
export interface TrendPoint {
  day: Day;
  group: string | null;
  currency: string;
  amount: string;
}
export type OverviewDimension = 'provider' | 'service' | 'model' | 'team';
export interface GroupRow {
  dimension: OverviewDimension;
  value: string | null;
  currency: string;
  current: string;
  previous: string | null;
}
export interface SourceFreshness {
  sourceId: number;
  name: string;
  accountName: string | null;
  provider: string;
  /** The day after the last one that counts. */
  completeTo: Day | null;
  lastLoadAt: string | null;
  isLate: boolean;
}
export interface Attention {
  kind: 'unclassified' | 'rejected' | 'refused' | 'interrupted' | 'late';
  severity: 'warn' | 'over';
  text: string;
  href: string;
}
