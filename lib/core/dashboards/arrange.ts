import { type PanelWidth, panelWidths } from './panel-widths';

interface Placed {
  id: string;
  width: number;
}
export type Direction = 'left' | 'right' | 'up' | 'down';

const COLUMNS = 12;

/** In which row each panel stands and where it begins: they flow like words, a row is full when the next one does not fit. */
export function placesOf(panels: readonly Placed[]): { row: number; from: number; to: number }[] {
  let [row, at] = [0, 0];
  return panels.map(({ width }) => {
    if (at + width > COLUMNS) [row, at] = [row + 1, 0];
    const place = { row, from: at, to: at + width };
    at += width;
    return place;
  });
}

/** The panels with one of them moved a step; the same list where there is nowhere to go. */
export function movePanel<P extends Placed>(panels: readonly P[], id: string, direction: Direction): P[] {
  const from = panels.findIndex((p) => p.id === id);
  const to = targetOf(panels, from, direction);
  return to === null ? [...panels] : putAt(panels, from, to);
}

/** Puts a panel in the place of another; those between move up. */
export function putPanel<P extends Placed>(panels: readonly P[], id: string, inPlaceOf: string): P[] {
  const [from, to] = [id, inPlaceOf].map((wanted) => panels.findIndex((p) => p.id === wanted)) as [number, number];
  return from < 0 || to < 0 ? [...panels] : putAt(panels, from, to);
}

/** Whether a step in this direction leads anywhere. */
export const canMove = (panels: readonly Placed[], id: string, direction: Direction): boolean =>
  targetOf(
    panels,
    panels.findIndex((p) => p.id === id),
    direction,
  ) !== null;

/** The next wider or narrower width; null at the end. */
export function nextWidth(width: number, step: 1 | -1): PanelWidth | null {
  const at = panelWidths.findIndex((w) => w >= width);
  return panelWidths[at + step] ?? null;
}

function targetOf(panels: readonly Placed[], from: number, direction: Direction): number | null {
  if (from < 0) return null;
  if (direction === 'left') return from > 0 ? from - 1 : null;
  if (direction === 'right') return from < panels.length - 1 ? from + 1 : null;
  const places = placesOf(panels);
  const own = places[from];
  const row = (own?.row ?? 0) + (direction === 'up' ? -1 : 1);
  const there = places.flatMap((place, index) => (place.row === row ? [{ index, away: Math.abs(place.from - (own?.from ?? 0)) }] : []));
  return there.sort((a, b) => a.away - b.away)[0]?.index ?? null;
}

function putAt<P>(panels: readonly P[], from: number, to: number): P[] {
  const rest = panels.filter((_, i) => i !== from);
  return [...rest.slice(0, to), ...panels.slice(from, from + 1), ...rest.slice(to)];
}
