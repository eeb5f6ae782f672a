import { shortened } from '../picture/layout';

/** The words of a tile, each line as much of it as there is room for; null where even a beginning would say nothing. */
export interface TileWords {
  name: string;
  /** "1.24M · 12.0 %", "1.24M" or nothing. */
  figure: string;
}

/** Room at the sides of the words, and what a name needs so that its beginning still tells something. */
const ASIDE = 18;
const LEAST_WIDTH = 56;
const LEAST_HEIGHT = 40;

/** A name that is wider than its tile says so by an ellipsis; a figure is never cut, it would be another figure. */
export function tileWords(
  { name, figure, share }: { name: string; figure: string; share: string },
  { width, height }: { width: number; height: number },
  measure: (text: string, weight: 'strong' | 'normal') => number,
): TileWords | null {
  if (width < LEAST_WIDTH || height < LEAST_HEIGHT) return null;
  const room = width - ASIDE;
  const figures = [`${figure} · ${share}`, figure].find((text) => measure(text, 'normal') <= room) ?? '';
  return { name: shortened(name, room, (text) => measure(text, 'strong')), figure: figures };
}
