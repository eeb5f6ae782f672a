import { DefaultZIndexes, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts';
import type { Band } from '../prepare/stack';
import { isPartial, type StackPoint } from '../prepare/stack-point';
import { stackedSpans } from '../prepare/stacked-spans';
import { ExpectedRest } from './expected-bar';

const WIDEST = 48;

interface StackRectsProps {
  points: readonly StackPoint[];
  bands: readonly Band[];
  /** Part of a bar's room that stays free at each of its sides. */
  gap: number;
  /** The fill of what is hatched, by the place of its band. */
  pattern: (band: number) => string;
}

/**
 * The bars of a stack: two paths for each band, what is complete and what is hatched. An element for each day and band would take half a second for a
 * quarter of nine bands. A hairline of surface between two bands keeps them apart without colour.
 */
export function StackRects({ points, bands, gap, pattern }: StackRectsProps) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!x || !y) return null;
  const at = (value: number) => y(value) ?? 0;
  const rects = bands.map(() => ({ plain: '', hatched: '' }));
  const rests = [];
  for (const point of points) {
    const [start, end] = [x(point.day, { position: 'start' }), x(point.day, { position: 'end' })];
    if (start === undefined || end === undefined) continue;
    const room = (end - start) * (1 - 2 * gap);
    const width = Math.min(WIDEST, room > 1 ? Math.floor(room) : room);
    const left = (start + end - width) / 2;
    const spans = stackedSpans(point, bands);
    bands.forEach((band, i) => {
      const span = spans.bands.get(band.key);
      const path = rects[i];
      if (!span || !path) return;
      const top = at(Math.max(span.from, span.to));
      const tall = at(Math.min(span.from, span.to)) - top;
      const rect = `M${short(left)} ${short(top)}h${short(width)}v${short(Math.max(0.5, tall - (tall > 3 ? 1 : 0)))}h${short(-width)}z`;
      path[band.hatched || isPartial(point) ? 'hatched' : 'plain'] += rect;
    });
    if (spans.rest && point.expected) {
      const { from, to } = spans.rest;
      const top = at(Math.max(from, to));
      const place = { x: left, width, y: top, height: at(Math.min(from, to)) - top };
      rests.push(
        <ExpectedRest
          key={point.day}
          {...place}
          colour={bands.length === 1 ? (bands[0]?.colour ?? '') : 'var(--color-ink-3)'}
          rest={to - from}
          known={Number(point.total)}
          expected={point.expected}
        />,
      );
    }
  }
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.bar}>
      {bands.map((band, i) => (
        <g key={band.key}>
          {rects[i]?.plain && <path d={rects[i].plain} fill={band.colour} />}
          {rects[i]?.hatched && <path d={rects[i].hatched} fill={pattern(i)} />}
        </g>
      ))}
      {rests}
    </ZIndexLayer>
  );
}

const short = (pixels: number): string => String(Math.round(pixels * 100) / 100);
