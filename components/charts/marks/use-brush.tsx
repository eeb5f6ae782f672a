import { type MouseEvent, type ReactNode, useRef, useState } from 'react';
import { DefaultZIndexes, ReferenceArea, usePlotArea, useXAxisScale, ZIndexLayer } from 'recharts';
import { rangeText } from '../../filters/period-words';
import type { StackPoint } from '../prepare/stack-point';

interface Days {
  from: string;
  to: string;
}

/** The first day of the bar where it began, and of that where it is now. */
interface Pull {
  start: string;
  end: string;
}

interface Brush {
  /** What is being chosen; null while nothing is. */
  days: Days | null;
  /** The place where it is done, and the days drawn over the bars. Stands below what has links of its own. */
  area: ReactNode;
}

/**
 * Days chosen by pulling over a chart, from the first bar touched to the last, wherever the button is let go (Escape lets it be), and what a click on one bar opens. By
 * keyboard the same is done with the two days of the period. The bar is found from the pointer itself: the chart's own events say what was pointed at a frame ago.
 */
export function useBrush(points: readonly StackPoint[], onRange?: (days: Days) => void, onClick?: (day: string) => void): Brush {
  const [shown, setShown] = useState<Pull | null>(null);
  const wasPulled = useRef(false); // the end of pulling is a click as well
  if (!onRange && !onClick) return { days: null, area: null };
  const daysOf = (pull: Pull): Days | null => {
    const [from, last] = inOrder(pull);
    const to = points.find((p) => p.day === last)?.to;
    return from === last || to === undefined ? null : { from, to };
  };
  const begin = (dayAt: DayAt, start: string) => {
    const listening = new AbortController();
    const listen = { signal: listening.signal };
    const end = (isClick: boolean) => {
      listening.abort();
      setShown(null);
      wasPulled.current = !isClick;
    };
    const letGo = (days: Days | null) => {
      end(!days);
      if (days) onRange?.(days);
    };
    const pullTo = (at: { clientX: number }): Pull => ({ start, end: dayAt(at) });
    wasPulled.current = false;
    const show = (next: Pull) => setShown((last) => (last?.end === next.end ? last : next));
    window.addEventListener('mousemove', (at) => show(pullTo(at)), listen);
    window.addEventListener('mouseup', (at) => letGo(daysOf(pullTo(at))), listen);
    window.addEventListener('keydown', ({ key }) => key === 'Escape' && end(false), listen);
  };
  const days = shown && daysOf(shown);
  const [first, last] = shown ? inOrder(shown) : [];
  return {
    days,
    area: (
      <>
        {days && (
          <ReferenceArea
            label={{ value: rangeText(days), position: 'insideTop', fill: 'var(--color-ink)', fontSize: 12 }}
            x1={first}
            x2={last}
            fill="var(--color-accent)"
            fillOpacity={0.14}
            stroke="var(--color-accent)"
            strokeOpacity={0.5}
            ifOverflow="visible"
          />
        )}
        <Surface points={points} onPull={onRange && begin} onClick={onClick && ((day) => wasPulled.current || onClick(day))} />
      </>
    ),
  };
}

/** The day of the bar nearest to a pointer, however far away that is. */
type DayAt = (at: { clientX: number }) => string;

/** The plot, for the pointer. Nothing is seen of it. */
function Surface({
  points,
  onPull,
  onClick,
}: {
  points: readonly StackPoint[];
  onPull?: (dayAt: DayAt, start: string) => void;
  onClick?: (day: string) => void;
}) {
  const plot = usePlotArea();
  const scale = useXAxisScale();
  if (!plot || !scale) return null;
  const reader = (surface: Element): DayAt => {
    const box = surface.getBoundingClientRect();
    return ({ clientX }) => {
      const x = plot.x + ((clientX - box.left) * plot.width) / box.width;
      const distance = ({ day }: StackPoint) => Math.abs((scale(day, { position: 'middle' }) ?? Number.POSITIVE_INFINITY) - x);
      return points.reduce((nearest, point) => (distance(point) < distance(nearest) ? point : nearest)).day;
    };
  };
  const onMouseDown = (event: MouseEvent) => {
    if (event.button !== 0) return;
    event.preventDefault(); // no text is chosen on the way
    const dayAt = reader(event.currentTarget);
    onPull?.(dayAt, dayAt(event));
  };
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.scatter - 1}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: by keyboard the period's days and the chart's table do the same */}
      <rect
        {...plot}
        fill="transparent"
        onMouseDown={onPull && onMouseDown}
        onClick={onClick && ((event) => onClick(reader(event.currentTarget)(event)))}
      />
    </ZIndexLayer>
  );
}

const inOrder = ({ start, end }: Pull): [string, string] => (start < end ? [start, end] : [end, start]);
