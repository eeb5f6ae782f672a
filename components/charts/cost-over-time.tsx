'use client';

import type { ReactNode } from 'react';
import { Money } from '../figures/money';
import { EmptyState } from '../ui/panel-states';
import { ChartFrame } from './chart-frame';
import { type Flag, StackedBars } from './marks/stacked-bars';
import { prepareStack, type StackInput } from './prepare/stack';

interface CostOverTimeProps extends StackInput {
  title: string;
  height?: number;
  dimmed?: boolean;
  className?: string;
  /** Said in the frame when there is nothing to draw. */
  emptyReason?: string;
  /** Instead of the sentence on all days drawn. */
  summary?: string;
  actions?: ReactNode;
  /** Days with a line and a word: where a period begins. */
  flags?: readonly Flag[];
  /** Without totals where more days are drawn than the page is about. */
  legendTotals?: boolean;
  /** Opens what a day consists of. */
  onDay?: (day: string) => void;
}

/** Cost per day as bands of one currency. */
export function CostOverTime({
  title,
  height = 260,
  dimmed,
  className,
  emptyReason,
  summary,
  actions,
  flags,
  legendTotals = true,
  onDay,
  ...input
}: CostOverTimeProps) {
  const stack = prepareStack(input);
  const hatched = stack.points.filter((p) => p.state === 'incomplete').length;
  const missing = stack.points.some((p) => p.state === 'missing');
  const notes = [
    hatched > 0 ? `Hatched: ${hatched === 1 ? 'a day whose bill is' : `${hatched} days whose bills are`} not complete yet.` : null,
    missing ? 'A ring marks a day without figures.' : null,
  ].filter(Boolean);
  return (
    <ChartFrame
      title={title}
      summary={summary ?? stack.summary}
      actions={actions}
      note={notes.join(' ')}
      table={stack.table}
      dimmed={dimmed}
      className={className}
      legend={stack.bands.map((b) => ({
        key: b.key,
        label: b.label,
        colour: b.colour,
        hatched: b.hatched,
        value: legendTotals && <Money amount={b.total} currency={stack.currency} form="compact" hideCurrency />,
      }))}
    >
      {stack.bands.length > 0 ? (
        <StackedBars stack={stack} height={height} label={title} flags={flags} onDay={onDay} />
      ) : (
        <div style={{ height }} className="flex items-center border-line border-b">
          <EmptyState
            title="Nothing to draw"
            reason={emptyReason ?? `No ${stack.currency} figures between ${input.from} and ${input.to}.`}
          />
        </div>
      )}
    </ChartFrame>
  );
}
