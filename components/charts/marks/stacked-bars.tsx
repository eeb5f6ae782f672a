'use client';

import clsx from 'clsx';
import { useId } from 'react';
import { BarChart, CartesianGrid, Line, ReferenceDot, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { bucketLabel } from '../prepare/buckets';
import type { PlacedMark } from '../prepare/chart-marks';
import { labelledDays } from '../prepare/days';
import type { Stack } from '../prepare/stack';
import { isEmpty, type StackPoint } from '../prepare/stack-point';
import { axisLabel } from '../prepare/ticks';
import { NumberedFlags } from './numbered-flag';
import { StackRects } from './stack-rects';
import { StackTooltip } from './stack-tooltip';
import { useBrush } from './use-brush';

const tick = { fill: 'var(--color-ink-3)', fontSize: 12 };

/** Among more bars the word for nothing would run into its neighbour's. */
const ZEROS_SAID = 16;

const totalOf = (p: StackPoint): number => Number(p.total);

export interface Flag {
  day: string;
  label: string;
}

/** Bands of a day on one another. Hairlines across, no axis lines; zero is always there; days that are not complete are hatched. */
export function StackedBars({
  stack,
  height = 260,
  label,
  flags = [],
  marks = [],
  onDays,
  onRange,
}: {
  stack: Stack;
  height?: number;
  label: string;
  flags?: readonly Flag[];
  marks?: readonly PlacedMark[];
  /** Opens what a bar consists of. */
  onDays?: (days: { from: string; to: string }) => void;
  /** Days that were chosen by pulling over the bars. */
  onRange?: (days: { from: string; to: string }) => void;
}) {
  const id = useId().replace(/[^\w-]/g, '');
  const { points, bands, scale, currency } = stack;
  const days = points.map((p) => p.day);
  const open = (day: string) => {
    const point = points.find((p) => p.day === day);
    if (point && !isEmpty(point)) onDays?.({ from: point.day, to: point.to });
  };
  const brush = useBrush(points, onRange, onDays && open);
  const isAfterFirst = (p: StackPoint) => stack.first !== null && p.day > stack.first;
  return (
    // paper is narrower than the screen it was drawn for, and nobody measures it in time: the drawing shrinks as a picture does
    <div style={{ height }} className={onPaper}>
      <ResponsiveContainer width="100%" height="100%">
        <BarChart
          data={points}
          margin={{ top: marks.length ? 24 : flags.length ? 20 : 12, right: 4, bottom: 0, left: 0 }}
          title={label}
          className={onDays && 'cursor-pointer'}
        >
          <defs>
            {bands.map((band, i) => (
              <pattern key={band.key} id={`${id}-${i}`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect width="5" height="5" fill={band.colour} fillOpacity="0.2" />
                <rect width="1.6" height="5" fill={band.colour} />
              </pattern>
            ))}
          </defs>
          <CartesianGrid vertical={false} stroke="var(--color-line)" />
          <XAxis
            dataKey="day"
            tickFormatter={(day: string) => bucketLabel(day, stack.unit, day === days[0])}
            ticks={stack.unit === 'month' || stack.unit === 'quarter' ? days : labelledDays(days)}
            interval="equidistantPreserveStart"
            minTickGap={12}
            tickLine={false}
            axisLine={false}
            tick={tick}
            tickMargin={6}
          />
          <YAxis
            domain={[scale.min, scale.max]}
            ticks={scale.ticks}
            tickFormatter={(value: number) => axisLabel(value, value === scale.max ? currency : '')}
            tickLine={false}
            axisLine={false}
            tick={tick}
            width="auto"
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: 'var(--color-surface-3)', fillOpacity: 0.6 }}
            content={({ active, label: day }) =>
              active && !brush.days ? (
                <StackTooltip
                  point={points.find((p) => p.day === day)}
                  bands={bands}
                  currency={currency}
                  hint={onDays && (onRange ? 'Click for its charges, pull to choose days' : 'Click for its charges')}
                />
              ) : null
            }
          />
          {/* unseen: the chart's scales and its tooltip go by what it knows to be drawn */}
          <Line dataKey={totalOf} stroke="none" dot={false} activeDot={false} isAnimationActive={false} />
          <StackRects points={points} bands={bands} gap={points.length > 45 ? 0.12 : 0.22} pattern={(i) => `url(#${id}-${i})`} />
          <ReferenceLine y={0} stroke="var(--color-edge)" />
          {flags.map((flag) => (
            <ReferenceLine
              key={flag.day}
              x={flag.day}
              position="start"
              stroke="var(--color-edge)"
              label={{ value: flag.label, position: 'insideTopLeft', fill: 'var(--color-ink-2)', fontSize: 12, offset: 6 }}
            />
          ))}
          <NumberedFlags marks={marks} top={scale.max} />
          {brush.area}
          {points.map((p) =>
            p.state === 'missing' && isAfterFirst(p) ? (
              <ReferenceDot key={p.day} x={p.day} y={0} r={2} fill="var(--color-surface)" stroke="var(--color-ink-3)" />
            ) : !isEmpty(p) && p.total === '0' && points.length <= ZEROS_SAID ? (
              <ReferenceDot
                key={p.day}
                x={p.day}
                y={0}
                r={0}
                label={{ value: '0', position: 'top', fill: 'var(--color-ink-3)', fontSize: 12 }}
              />
            ) : null,
          )}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

const onPaper = clsx(
  'print:h-auto!',
  'print:[&_.recharts-responsive-container]:h-auto! print:[&_.recharts-responsive-container>div]:h-auto! print:[&_.recharts-responsive-container>div]:w-auto!',
  'print:[&_.recharts-wrapper]:h-auto! print:[&_.recharts-wrapper]:w-full! print:[&_.recharts-surface]:h-auto! print:[&_.recharts-surface]:w-full!',
);
