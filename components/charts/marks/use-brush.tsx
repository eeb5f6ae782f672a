import { type ReactNode, useRef, useState } from 'react';
import { type MouseHandlerDataParam, ReferenceArea } from 'recharts';
import { rangeText } from '../../filters/period-words';
import type { StackPoint } from '../prepare/stack';

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
  /** For the chart itself. Empty where nobody wants to know. */
  handlers: {
    onMouseDown?: (at: MouseHandlerDataParam, event: { preventDefault: () => void }) => void;
    onMouseMove?: (at: MouseHandlerDataParam) => void;
    onClick?: (at: MouseHandlerDataParam) => void;
  };
  /** What is being chosen; null while nothing is. */
  days: Days | null;
  /** The same, drawn over the bars with its days. */
  area: ReactNode;
}

/**
 * Days chosen by pulling over a chart, from the first bar touched to the last, wherever the button is let go (Escape lets it be), and what a click on one bar opens. By
 * keyboard the same is done with the two days of the period.
 */
export function useBrush(points: readonly StackPoint[], onRange?: (days: Days) => void, onClick?: (day: string) => void): Brush {
  const [shown, setShown] = useState<Pull | null>(null);
  const pull = useRef<Pull | null>(null);
  const wasPulled = useRef(false); // the end of pulling is a click as well
  const click = onClick && {
    onClick: ({ activeLabel: at }: MouseHandlerDataParam) => {
      if (at !== undefined && !wasPulled.current) onClick(String(at));
    },
  };
  if (!onRange) return { handlers: { ...click }, days: null, area: null };
  const daysOf = (done: Pull): Days | null => {
    const [from, last] = inOrder(done);
    const to = points.find((p) => p.day === last)?.to;
    return from === last || to === undefined ? null : { from, to };
  };
  const begin = (day: string) => {
    const listening = new AbortController();
    const end = (isWanted: boolean) => {
      const days = pull.current && daysOf(pull.current);
      pull.current = null;
      setShown(null);
      listening.abort();
      wasPulled.current = days !== null;
      if (days && isWanted) onRange(days);
    };
    pull.current = { start: day, end: day };
    window.addEventListener('mouseup', () => end(true), { signal: listening.signal });
    window.addEventListener('keydown', ({ key }) => key === 'Escape' && end(false), { signal: listening.signal });
  };
  const days = shown && daysOf(shown);
  const [first, last] = shown ? inOrder(shown) : [];
  return {
    handlers: {
      ...click,
      onMouseDown: ({ activeLabel: at }, event) => {
        event.preventDefault(); // no text is chosen on the way
        wasPulled.current = false;
        if (at !== undefined) begin(String(at));
      },
      onMouseMove: ({ activeLabel: at }) => {
        if (!pull.current || at === undefined || at === pull.current.end) return;
        pull.current = { ...pull.current, end: String(at) };
        setShown(pull.current);
      },
    },
    days,
    area: days && (
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
    ),
  };
}

const inOrder = ({ start, end }: Pull): [string, string] => (start < end ? [start, end] : [end, start]);
