'use client';

import type { ReactNode } from 'react';
import { formatCompact } from '@/lib/core/money/format';
import { inSentence } from '@/lib/core/text/in-sentence';
import { Money } from '../figures/money';
import { rangeText } from '../filters/period-words';
import { EmptyState } from '../ui/panel-states';
import { ChartFrame } from './chart-frame';
import { othersKey } from './colour';
import { MarkList } from './mark-list';
import { BandLines, BandTreemap, StackedBars } from './marks/later';
import type { Flag } from './marks/stacked-bars';
import { annotated } from './prepare/annotate';
import { type ChartMark, placeMarks, unplaced } from './prepare/chart-marks';
import { shortDay } from './prepare/days';
import { partialNotes } from './prepare/partial-notes';
import { prepareStack, type StackInput } from './prepare/stack';

interface CostOverTimeProps extends StackInput {
  /** Instead of "Cost per day", or week, or month. */
  title?: string;
  height?: number;
  dimmed?: boolean;
  className?: string;
  /** Said in the frame when there is nothing to draw. */
  emptyReason?: string;
  /** What the bands are, "Team and Region", for a picture of the chart. */
  by?: string;
  /** Instead of the sentence on all days drawn. */
  summary?: string;
  actions?: ReactNode;
  /** Days with a line and a word: where a period begins. */
  flags?: readonly Flag[];
  /** What stood out on days of it, the most important first: numbered above the bars, told below them. */
  marks?: readonly ChartMark[];
  /** What may be done with one of them, behind its words. */
  markActions?: (mark: ChartMark) => ReactNode;
  /** Said below, after what is hatched: what is expected, and how that was found. */
  remark?: ReactNode;
  /** How the bands are drawn; treemaps leave time away. */
  mark?: 'bars' | 'lines' | 'area' | 'treemap';
  /** Without totals where more days are drawn than the page is about. */
  legendTotals?: boolean;
  /** Opens what a bar consists of. */
  onDays?: (days: { from: string; to: string }) => void;
  /** Days that were chosen by pulling over the chart. */
  onRange?: (days: { from: string; to: string }) => void;
  /** Where a band opens; null is the others, with the keys of the bands they are not. */
  bandHref?: (key: string | null, shown: readonly string[]) => string;
  /** Follows the address of a band within the page. */
  onNavigate?: (href: string) => void;
}

/** Cost per day, week or month as bands of one currency. */
export function CostOverTime({
  title: said,
  height = 260,
  dimmed,
  className,
  emptyReason,
  by,
  summary,
  actions,
  flags,
  marks = [],
  markActions,
  remark,
  mark = 'bars',
  legendTotals = true,
  onDays,
  onRange,
  bandHref,
  onNavigate,
  ...input
}: CostOverTimeProps) {
  const stack = prepareStack(input);
  const placed = mark === 'treemap' ? [] : placeMarks(stack.points, marks);
  const left = mark === 'treemap' ? 0 : unplaced(stack.points, marks, placed);
  const title = said ?? `Cost per ${stack.unit}`;
  const { first } = stack;
  const missing = first !== null && stack.points.some((p) => p.state === 'missing' && p.day > first);
  const gaps = [
    missing && mark !== 'treemap' ? `${mark === 'bars' ? 'A ring marks' : 'A gap is'} a ${stack.unit} without figures.` : null,
    stack.points[0]?.state === 'missing' && first ? `No figures before ${shortDay(first)} ${first.slice(0, 4)}.` : null,
  ];
  const notes = [
    ...partialNotes(stack.points, mark),
    ...(input.mean === undefined
      ? gaps
      : [`Each day is the mean of the ${input.mean} up to it, where all of them are known; days without charges count as 0.`]),
    left > 0 ? `${left} more ${left === 1 ? 'mark is' : 'marks are'} told in the table.` : null,
  ].filter(Boolean);
  const shown = stack.bands.flatMap((b) => (b.key === othersKey ? [] : [b.key]));
  return (
    <ChartFrame
      title={title}
      summary={summary ?? stack.summary}
      actions={actions}
      note={
        <>
          {notes.join(' ')}
          {remark && (
            <>
              {notes.length > 0 && ' '}
              {remark}
            </>
          )}
        </>
      }
      table={annotated(stack, marks)}
      picture={{
        about: [by && `By ${by.split(' and ').map(inSentence).join(' and ')}`, stack.currency, `${rangeText(input, { year: true })} (UTC)`]
          .filter(Boolean)
          .join(' · '),
        notes: placed.map(({ number, marks: own }) => `${number}: ${own.map((m) => m.label).join('; ')}`),
      }}
      dimmed={dimmed}
      className={className}
      onNavigate={onNavigate}
      legend={stack.bands.map((b) => ({
        key: b.key,
        label: b.label,
        colour: b.colour,
        hatched: b.hatched,
        href: bandHref?.(b.key === othersKey ? null : b.key, shown),
        ...(legendTotals && input.additive !== false && { said: formatCompact(b.total, stack.currency).figure }),
        value: legendTotals && input.additive !== false && <Money amount={b.total} currency={stack.currency} form="compact" hideCurrency />,
      }))}
    >
      {stack.bands.length > 0 ? (
        <>
          {mark === 'bars' && (
            <StackedBars stack={stack} height={height} label={title} flags={flags} marks={placed} onDays={onDays} onRange={onRange} />
          )}
          {(mark === 'lines' || mark === 'area') && (
            <BandLines stack={stack} kind={mark} height={height} label={title} additive={input.additive} marks={placed} onRange={onRange} />
          )}
          {mark === 'treemap' && <BandTreemap stack={stack} height={height} label={title} />}
          {placed.length > 0 && (
            <MarkList
              marks={placed}
              title={marks.some((m) => m.direction === null) ? 'What is marked' : 'What stood out'}
              actions={markActions}
            />
          )}
        </>
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
