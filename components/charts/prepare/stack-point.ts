import Big from 'big.js';
import type { Bin } from '../../../lib/core/time/bins';
import type { Part } from './buckets';

/** One figure of a series, as a query hands it over. */
export interface CostPoint {
  /** `YYYY-MM-DD` */
  day: string;
  group: string;
  currency: string;
  /** Decimal string. */
  amount: string;
}

/** What a bar is expected to come to as a whole, with what is known of it. */
export interface ExpectedBar {
  /** The first day of the bar. */
  day: string;
  /** Decimal strings; null where there is no interval. */
  amount: string;
  low: string | null;
  high: string | null;
}

export interface StackPoint {
  /** The first day of the bar, and the day after its last. */
  day: string;
  to: string;
  unit: Bin;
  /** `ahead`: nothing is known of it yet, and something is expected. */
  state: 'complete' | 'incomplete' | 'missing' | 'ahead';
  total: string;
  /** Exact amounts per band, for the tooltip and the table. */
  amounts: Readonly<Record<string, string>>;
  /** The same on their way to pixels. A missing day has none. */
  values: Readonly<Record<string, number>>;
  expected?: ExpectedBar;
  /** The chosen days cut it: no more will come of it here, and it is no match for a whole one. */
  part?: Part;
}

/** Less is drawn than a whole bar would be, for either reason. */
export const isPartial = ({ state, part }: Pick<StackPoint, 'state' | 'part'>): boolean => state === 'incomplete' || part !== undefined;

/** Nothing is drawn of it. */
/** Whether nothing was charged in a bar: it has no figures, and lies after the first that has and before `completeTo`, or else before the last that has. */
export function chargedNothing(points: readonly StackPoint[], completeTo?: string): (point: StackPoint) => boolean {
  const known = points.filter((p) => !isEmpty(p)).map((p) => p.day);
  const [first = '', last = ''] = [known[0], known.at(-1)];
  return ({ state, day }) => state === 'missing' && day > first && first !== '' && day < (completeTo ?? last);
}

/** The figures of a bar without any. It has no name by itself, not even one that every object has. */
export const noFigures: Pick<StackPoint, 'amounts' | 'values'> = { amounts: Object.create(null), values: Object.create(null) };

export const isEmpty = ({ state }: Pick<StackPoint, 'state'>): boolean => state === 'missing' || state === 'ahead';

/** What an expectation adds to what is drawn of a bar already; nothing where more has come than was expected. */
export const stillToCome = (p: StackPoint): number => {
  if (!p.expected) return 0;
  const rest = new Big(p.expected.amount).minus(p.total).toNumber();
  return p.state === 'ahead' ? rest : Math.max(0, rest);
};
