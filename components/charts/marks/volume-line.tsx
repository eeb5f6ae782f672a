'use client';

import { Bar, CartesianGrid, ComposedChart, Line, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { PlacedMark } from '../prepare/chart-marks';
import { labelledDays, longDay, shortDay } from '../prepare/days';
import { axisLabel, roundScale } from '../prepare/ticks';
import { NumberedFlags } from './numbered-flag';

/** A day with what one cost and how many there were. Null: there were none, and the line has a gap. */
export interface VolumeDay {
  day: string;
  unit: number | null;
  volume: number;
  /** The exact figures, as they are said. */
  unitText: string;
  volumeText: string;
}

const tick = { fill: 'var(--color-ink-3)', fontSize: 12 };

/** A unit cost as a line before the bars of its volume, each on a scale of its own that begins at zero; the line is what is read. */
export function VolumeLine({
  days,
  currency,
  unitLabel,
  volumeLabel,
  label,
  target,
  marks = [],
  height = 240,
}: {
  days: readonly VolumeDay[];
  currency: string;
  unitLabel: string;
  volumeLabel: string;
  label: string;
  target?: { amount: number; text: string };
  marks?: readonly PlacedMark[];
  height?: number;
}) {
  const scale = roundScale(0, Math.max(target?.amount ?? 0, ...days.map((d) => d.unit ?? 0)));
  const most = Math.max(1, ...days.map((d) => d.volume));
  return (
    <div style={{ height }}>
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart data={days as VolumeDay[]} margin={{ top: marks.length ? 24 : 12, right: 8, bottom: 0, left: 0 }} title={label}>
          <CartesianGrid vertical={false} stroke="var(--color-line)" />
          <XAxis
            dataKey="day"
            tickFormatter={shortDay}
            ticks={labelledDays(days.map((d) => d.day))}
            interval="equidistantPreserveStart"
            minTickGap={12}
            tickLine={false}
            axisLine={false}
            tick={tick}
            tickMargin={6}
          />
          <YAxis
            yAxisId="unit"
            domain={[scale.min, scale.max]}
            ticks={scale.ticks}
            tickFormatter={(value: number) => axisLabel(value, value === scale.max ? currency : '')}
            tickLine={false}
            axisLine={false}
            tick={tick}
            width="auto"
          />
          {/* bars fill the lower half at most, so that they never hide the line */}
          <YAxis yAxisId="volume" hide domain={[0, most * 2]} />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--color-edge)' }}
            content={({ active, payload }) => {
              const day = active ? (payload?.[0]?.payload as VolumeDay | undefined) : undefined;
              return day ? (
                <div className="rounded-3 border border-edge bg-surface px-3 py-2 text-12">
                  <p className="mb-1 font-strong">{longDay(day.day)}</p>
                  <dl className="grid grid-cols-[auto_auto] gap-x-4 tabular-nums">
                    <dt className="text-ink-2">{unitLabel}</dt>
                    <dd className="text-right">{day.unitText}</dd>
                    <dt className="text-ink-2">{volumeLabel}</dt>
                    <dd className="text-right">{day.volumeText}</dd>
                  </dl>
                </div>
              ) : null;
            }}
          />
          <Bar
            yAxisId="volume"
            dataKey="volume"
            name={volumeLabel}
            fill="var(--color-others)"
            fillOpacity={0.4}
            maxBarSize={40}
            isAnimationActive={false}
          />
          {target && (
            <ReferenceLine
              yAxisId="unit"
              y={target.amount}
              stroke="var(--color-ink-2)"
              strokeDasharray="2 3"
              label={{ value: target.text, position: 'insideTopRight', fill: 'var(--color-ink-2)', fontSize: 12 }}
            />
          )}
          <Line
            yAxisId="unit"
            dataKey="unit"
            name={unitLabel}
            stroke="var(--color-accent-fill)"
            strokeWidth={2}
            dot={days.filter((d) => d.unit !== null).length < 8 && { r: 2.5, fill: 'var(--color-accent-fill)' }}
            connectNulls={false}
            isAnimationActive={false}
          />
          <NumberedFlags marks={marks} top={scale.max} axis="unit" />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}
