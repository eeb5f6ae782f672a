import { type StackPoint, stillToCome } from './stack-point';

/** From where to where on the scale. */
export interface Span {
  from: number;
  to: number;
}

/** Where the bands of a bar lie, in their order: what is positive goes up from zero, what is negative down; what is still to come goes on from there. */
export function stackedSpans(point: StackPoint, bands: readonly { key: string }[]): { bands: Map<string, Span>; rest: Span | null } {
  const reached = { up: 0, down: 0 };
  const onto = (value: number): Span => {
    const side = value < 0 ? 'down' : 'up';
    const from = reached[side];
    reached[side] += value;
    return { from, to: reached[side] };
  };
  const spans = new Map<string, Span>();
  for (const { key } of bands) {
    const value = point.values[key];
    if (value) spans.set(key, onto(value));
  }
  const rest = stillToCome(point);
  return { bands: spans, rest: rest === 0 ? null : onto(rest) };
}
