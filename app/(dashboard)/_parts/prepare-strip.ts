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
  hasAi: boolean;
  tokens: string | null;
  unclassified: string;
  hasUnclassified: boolean;
}

/** The currencies that have charges, and those that had some only in the period compared with; the first always counts as one that has. */
export function prepareStrip({ totals }: Pick<Overview, 'totals'>): { lines: StripLine[]; quiet: StripLine[] } {
  const all = totals.map((t) => ({
    ...t,
    aiShare: shareOf(t.ai, t.current),
    hasAi: !new Big(t.ai).eq(0),
    hasUnclassified: !new Big(t.unclassified).eq(0),
  }));
  const isQuiet = (line: (typeof all)[number], index: number) => index > 0 && line.charges === 0;
  return { lines: all.filter((l, i) => !isQuiet(l, i)), quiet: all.filter(isQuiet) };
}

/** A share says something only between nothing and the whole. */
export function shareOf(part: string, whole: string): string | null {
  const [a, b] = [new Big(part), new Big(whole)];
  return b.gt(0) && a.gte(0) && a.lte(b) ? formatPercent(a.div(b).toFixed()) : null;
}
