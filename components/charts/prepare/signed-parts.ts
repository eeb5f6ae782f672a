import { isEmpty, type StackPoint } from './stack-point';

/** One side of a band in a stack of areas, a value for each point; null where nothing is drawn. */
export type SidePart = readonly (number | null)[];

/**
 * What of a band lies above zero, and what below. An area that goes from one to the other would cross both stacks as a wedge that no day has: so each
 * side ends at zero on the point where the other is. Beside points of its own side a part is zero, elsewhere nothing; a side without any is null.
 */
export function signedParts(points: readonly StackPoint[], key: string): { up: SidePart | null; down: SidePart | null } {
  const values = points.map((p) => (isEmpty(p) ? null : (p.values[key] ?? null)));
  const side = (isOwn: (value: number) => boolean): SidePart | null => {
    const own = (i: number) => {
      const value = values[i] ?? null;
      return value !== null && isOwn(value);
    };
    if (!values.some((_, i) => own(i))) return null;
    return values.map((value, i) => (value === null ? null : own(i) ? value : own(i - 1) || own(i + 1) ? 0 : null));
  };
  return { up: side((v) => v > 0), down: side((v) => v < 0) };
}
