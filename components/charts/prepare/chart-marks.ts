import type { StackPoint } from './stack';

/** Something that happened on days of a chart, told elsewhere. */
export interface ChartMark {
  key: string;
  /** Its first day, and the day after its last. */
  from: string;
  to: string;
  direction: 'up' | 'drop';
  /** One sentence. */
  label: string;
  href: string;
}

/** One numbered flag: everything that began in the same bar. */
export interface PlacedMark {
  number: number;
  /** The bar's first day. */
  day: string;
  marks: ChartMark[];
}

/** More flags than this and nobody reads them. */
const FLAGS = 9;

/** The first of the marks, which come the most important first, each above the bar in which it begins, numbered from left to right. */
export function placeMarks(points: readonly Pick<StackPoint, 'day' | 'to'>[], marks: readonly ChartMark[]): PlacedMark[] {
  const bars = new Map<string, ChartMark[]>();
  for (const mark of marks) {
    const bar = points.find((p) => p.to > mark.from && p.day < mark.to);
    if (!bar || (bars.size === FLAGS && !bars.has(bar.day))) continue;
    bars.set(bar.day, [...(bars.get(bar.day) ?? []), mark]);
  }
  return [...bars].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, own], i) => ({ number: i + 1, day, marks: own }));
}
