import Big from 'big.js';
import type { Overview } from '@/lib/core/costs/overview';
import { formatPercent } from '@/lib/core/money/format';

/** One currency's line of the strip. Nothing here is added over currencies. */
export interface StripLine {
  currency: string;
  current: string;
  /** Null: the comparison has no figures in this currency. */
  previous: string | null;
  ai: string;
  /** "89.7 %"; null where spend is zero or credits outweigh it. */
  aiShare: string | null;
  tokens: string | null;
  unclassified: string;
  hasUnclassified: boolean;
}

export const prepareStrip = ({ totals }: Pick<Overview, 'totals'>): StripLine[] =>
  totals.map((t) => ({
    ...t,
    aiShare: shareOf(t.ai, t.current),
    hasUnclassified: !new Big(t.unclassified).eq(0),
  }));

/** A share says something only between nothing and the whole. */
export function shareOf(part: string, whole: string): string | null {
  const [a, b] = [new Big(part), new Big(whole)];
  return b.gt(0) && a.gte(0) && a.lte(b) ? formatPercent(a.div(b).toFixed()) : null;
}
