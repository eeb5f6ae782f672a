import { PeriodAsk } from '../costs/cost-query';
import { type Asked, oneOf, pageOf, textsOf } from '../input/address';
import { isCurrencyAsk } from '../money/currency';
import { type Bin, binFor as binOfRange, bins } from '../time/bins';
import type { Range } from '../time/period';
import { isExploreDimension } from './dimensions';
import { type ExploreFilter, parseFilter } from './filters';
import { type ChargePart, chargeParts, type ExploreMeasure, isExploreMeasure } from './measures';

export const comparisons = ['previous', 'year', 'none'] as const;
export type ComparisonKind = (typeof comparisons)[number];

/** What is asked of the explorer. */
export interface ExploreQuery extends PeriodAsk {
  compare: ComparisonKind;
  by: string;
  by2: string | undefined;
  measure: ExploreMeasure;
  bin: 'auto' | Bin;
  f: ExploreFilter[];
  without: ChargePart[];
  ccy: string | null;
  page: number;
}

const isDimension = (said: unknown): said is string => typeof said === 'string' && isExploreDimension(said);

/**
 * The address of the explorer. What is unknown or malformed falls back to its default and never reaches SQL. `ccy` is the currency that all is told
 * in, `billing` keeps each as it was billed, and null is the organisation's own.
 */
export const ExploreQuery = {
  parse(asked: Asked): ExploreQuery {
    const by = asked.by === 'none' || isDimension(asked.by) ? asked.by : 'service';
    const parts = textsOf(asked.without).flatMap((text) => text.split(','));
    return {
      ...PeriodAsk.parse(asked),
      compare: oneOf(comparisons, asked.compare, 'previous'),
      by,
      by2: isDimension(asked.by2) && by !== 'none' && asked.by2 !== by ? asked.by2 : undefined,
      measure: typeof asked.measure === 'string' && isExploreMeasure(asked.measure) ? asked.measure : 'effective',
      bin: oneOf(['auto', ...bins], asked.bin, 'auto'),
      f: textsOf(asked.f).flatMap((text) => parseFilter(text) ?? []),
      without: chargeParts.filter((part) => parts.includes(part)),
      ccy: isCurrencyAsk(asked.ccy) ? asked.ccy : null,
      page: pageOf(asked.page),
    };
  },
};

/** The dimensions that are grouped by, in order. */
export const groupedBy = ({ by, by2 }: Pick<ExploreQuery, 'by' | 'by2'>): string[] => [
  ...(by === 'none' ? [] : [by]),
  ...(by2 ? [by2] : []),
];

/** Days while they can be told apart, then weeks, then months. */
export const binFor = (bin: ExploreQuery['bin'], { from, to }: Range): Bin => {
  return bin === 'auto' ? binOfRange(from, to) : bin;
};
