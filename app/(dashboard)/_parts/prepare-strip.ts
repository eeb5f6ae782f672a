import Big from 'big.js';
import type { Overview } from '@/lib/core/costs/overview';
import { formatMoney, formatPercent } from '@/lib/core/money/format';

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

/** How a figure is set so that it ends before its neighbour. */
export interface FigureStep {
  size: 'large' | 'medium' | 'small';
  form: 'plain' | 'compact';
}

const sizes = ['large', 'medium', 'small'] as const;
/** Characters that fit into the narrowest column of spend, its currency beside it, and into that of a tile, its currency below where it must. */
const FIT = { spend: { large: 16, medium: 23, small: 28 }, tile: { large: 10, medium: 13, small: 15 } } as const;

/** A long figure is set smaller; one that is still too long is said in short, the whole of it in its title. */
export function figureStep(amount: string, currency: string, place: keyof typeof FIT, from: FigureStep['size']): FigureStep {
  const { figure } = formatMoney(amount, currency);
  const length = place === 'tile' ? figure.length : figure.length + 1 + currency.length;
  const size = sizes.slice(sizes.indexOf(from)).find((s) => length <= FIT[place][s]);
  return size ? { size, form: 'plain' } : { size: from, form: 'compact' };
}
