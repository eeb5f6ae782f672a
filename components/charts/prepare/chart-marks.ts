import { addDays } from '../../../lib/core/time/days';
import type { CostFlag } from '../../../lib/core/units/cost-flag';
import { shortDay } from './days';

/** Something that happened on days of a chart, or that somebody wants remembered of one. */
export interface ChartMark {
  key: string;
  /** Its first day, and the day after its last. */
  from: string;
  to: string;
  /** More or less than usual; null for what is no judgement. */
  direction: 'up' | 'drop' | null;
  /** One sentence. */
  label: string;
  /** Where it is told; null where it is told by the list below the chart alone. */
  href: string | null;
  /** Said after the sentence: who wrote it. */
  by?: string;
  /** Somebody's words: they go before what was found. */
  isNote?: boolean;
}

/** One numbered flag: everything that began in the same bar. */
export interface PlacedMark {
  number: number;
  /** The bar's first day. */
  day: string;
  marks: ChartMark[];
}

interface Bar {
  day: string;
  to: string;
}

/** More flags than this and nobody reads them. */
const FLAGS = 9;
/** What people wrote is wanted; above this many flags touch one another. */
const NOTES = 24;

/** What happened on one day that may have moved a cost: no judgement, and told where it leads. */
export const flagged = ({ key, day, words, href }: CostFlag): ChartMark => ({
  ...{ key, href, from: day, to: addDays(day, 1), direction: null },
  label: `${shortDay(day)}: ${words}`,
});

/** The bar in which a mark begins. */
export const barOf = <B extends Bar>(bars: readonly B[], { from, to }: Pick<ChartMark, 'from' | 'to'>): B | undefined =>
  bars.find((p) => p.to > from && p.day < to);

/** Notes, then the first of the others, which come the most important first, each above the bar in which it begins, numbered from left to right. */
export function placeMarks(points: readonly Bar[], marks: readonly ChartMark[]): PlacedMark[] {
  const bars = new Map<string, ChartMark[]>();
  for (const mark of [...marks.filter((m) => m.isNote), ...marks.filter((m) => !m.isNote)]) {
    const bar = barOf(points, mark);
    if (!bar || (bars.size >= (mark.isNote ? NOTES : FLAGS) && !bars.has(bar.day))) continue;
    bars.set(bar.day, [...(bars.get(bar.day) ?? []), mark]);
  }
  return [...bars].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, own], i) => ({ number: i + 1, day, marks: own }));
}

/** How many begin within the bars and have no flag. */
export function unplaced(points: readonly Bar[], marks: readonly ChartMark[], placed: readonly PlacedMark[]): number {
  const shown = placed.reduce((n, p) => n + p.marks.length, 0);
  return marks.filter((m) => barOf(points, m)).length - shown;
}
