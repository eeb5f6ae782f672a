import { overTwoLines, shortened } from '../picture/layout';

/** The words of a tile, each line as much of it as there is room for; null where even a beginning would say nothing. */
export interface TileWords {
  /** One line, or two where the tile is high enough and the name too long for one. */
  name: { text: string; y: number }[];
  /** "1.24M · 12.0 %", "1.24M" or nothing. */
  figure: string;
  figureAt: number;
}

/** Room at the sides of the words, and what a name needs so that its beginning still tells something. */
const ASIDE = 14;
const LEAST_WIDTH = 56;
const LEAST_HEIGHT = 40;
/** Where the first line stands, and how far below it the next. */
const FIRST = 20;
const LINE = 16;

/** A name that is wider than its tile says so by an ellipsis; a figure is never cut, it would be another figure. */
export function tileWords(
  { name, figure, share }: { name: string; figure: string; share: string },
  { width, height }: { width: number; height: number },
  measure: (text: string, weight: 'strong' | 'normal') => number,
): TileWords | null {
  if (width < LEAST_WIDTH || height < LEAST_HEIGHT) return null;
  const room = width - ASIDE;
  const figures = [`${figure} · ${share}`, figure].find((text) => measure(text, 'normal') <= room) ?? '';
  const strong = (text: string) => measure(text, 'strong');
  const lines = height < LEAST_HEIGHT + LINE ? [shortened(name, room, strong)] : overTwoLines(name, room, strong);
  return { name: lines.map((text, i) => ({ text, y: FIRST + i * LINE })), figure: figures, figureAt: FIRST + lines.length * LINE };
}
