import { type ReactNode, useRef, useState } from 'react';
import { type MouseHandlerDataParam, ReferenceArea } from 'recharts';
import type { StackPoint } from '../prepare/stack';

interface Days {
  from: string;
  to: string;
}

interface Brush {
  /** For the chart itself. Empty where nobody wants to know. */
  handlers: {
    onMouseDown?: (at: MouseHandlerDataParam, event: { preventDefault: () => void }) => void;
    onMouseMove?: (at: MouseHandlerDataParam) => void;
    onMouseUp?: (at: MouseHandlerDataParam) => void;
    onMouseLeave?: () => void;
    onClick?: (at: MouseHandlerDataParam) => void;
  };
  /** What is being chosen, drawn over the bars. */
  area: ReactNode;
}

/**
 * Days chosen by pulling over a chart, from the first bar touched to the last, and what a click on one bar opens. By keyboard the same is done with the
 * two days of the period.
 */
export function useBrush(points: readonly StackPoint[], onRange?: (days: Days) => void, onClick?: (day: string) => void): Brush {
  const [pulled, setPulled] = useState<{ start: string; end: string } | null>(null);
  const wasPulled = useRef(false); // the end of pulling is a click as well
  const click = onClick && {
    onClick: ({ activeLabel: at }: MouseHandlerDataParam) => {
      if (at !== undefined && !wasPulled.current) onClick(String(at));
    },
  };
  if (!onRange) return { handlers: { ...click }, area: null };
  const spanOf = ({ start, end }: { start: string; end: string }) => (start < end ? [start, end] : [end, start]) as [string, string];
  return {
    handlers: {
      ...click,
      onMouseDown: ({ activeLabel: at }, event) => {
        event.preventDefault(); // no text is chosen on the way
        wasPulled.current = false;
        if (at !== undefined) setPulled({ start: String(at), end: String(at) });
      },
      onMouseMove: ({ activeLabel: at }) => {
        if (pulled && at !== undefined && at !== pulled.end) setPulled({ ...pulled, end: String(at) });
      },
      onMouseUp: () => {
        setPulled(null);
        if (!pulled || pulled.start === pulled.end) return;
        wasPulled.current = true;
        const [first, last] = spanOf(pulled);
        const to = points.find((p) => p.day === last)?.to;
        if (to) onRange({ from: first, to });
      },
      onMouseLeave: () => setPulled(null),
    },
    area:
      pulled && pulled.start !== pulled.end ? (
        <ReferenceArea
          x1={spanOf(pulled)[0]}
          x2={spanOf(pulled)[1]}
          fill="var(--color-accent)"
          fillOpacity={0.14}
          stroke="var(--color-accent)"
          strokeOpacity={0.5}
          ifOverflow="visible"
        />
      ) : null,
  };
}
