'use client';

import { Area, AreaChart, CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { bucketLabel } from '../prepare/buckets';
import { labelledDays } from '../prepare/days';
import type { Stack, StackPoint } from '../prepare/stack';
import { axisLabel, roundScale } from '../prepare/ticks';
import { StackTooltip } from './stack-tooltip';

const tick = { fill: 'var(--color-ink-3)', fontSize: 12 };

/** Bands as lines beside one another, or as areas on one another. A missing day is a gap; what stands alone is a dot. */
export function BandLines({
  stack,
  kind,
  height = 260,
  label,
  additive = true,
}: {
  stack: Stack;
  kind: 'lines' | 'area';
  height?: number;
  label: string;
  additive?: boolean;
}) {
  const { points, bands, currency, unit } = stack;
  const days = points.map((p) => p.day);
  const values = points.flatMap((p) => Object.values(p.values));
  const scale = kind === 'area' ? stack.scale : roundScale(Math.min(0, ...values), Math.max(0, ...values));
  const Chart = kind === 'area' ? AreaChart : LineChart;
  const readOf = (key: string) => (p: StackPoint) => (p.state === 'missing' ? null : (p.values[key] ?? null));
  return (
    <div style={{ height }}>
      <ResponsiveContainer width="100%" height="100%">
        <Chart
          data={points}
          stackOffset={kind === 'area' ? 'sign' : undefined}
          margin={{ top: 12, right: 8, bottom: 0, left: 0 }}
          title={label}
        >
          <CartesianGrid vertical={false} stroke="var(--color-line)" />
          <XAxis
            dataKey="day"
            tickFormatter={(day: string) => bucketLabel(day, unit, day === days[0])}
            ticks={unit === 'month' || unit === 'quarter' ? days : labelledDays(days)}
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
            cursor={{ stroke: 'var(--color-edge)' }}
            content={({ active, payload }) =>
              active ? (
                <StackTooltip
                  point={payload?.[0]?.payload as StackPoint | undefined}
                  bands={bands}
                  currency={currency}
                  additive={additive}
                />
              ) : null
            }
          />
          <ReferenceLine y={0} stroke="var(--color-edge)" />
          {bands.map((band) =>
            kind === 'area' ? (
              <Area
                key={band.key}
                dataKey={readOf(band.key)}
                name={band.label}
                stackId="stack"
                stroke={band.colour}
                strokeWidth={1}
                strokeDasharray={band.hatched ? '3 3' : undefined}
                fill={band.colour}
                fillOpacity={band.hatched ? 0.15 : 0.55}
                connectNulls={false}
                isAnimationActive={false}
              />
            ) : (
              <Line
                key={band.key}
                dataKey={readOf(band.key)}
                name={band.label}
                stroke={band.colour}
                strokeWidth={2}
                strokeDasharray={band.hatched ? '4 3' : undefined}
                dot={points.length < 8 && { r: 2.5, fill: band.colour }}
                connectNulls={false}
                isAnimationActive={false}
              />
            ),
          )}
        </Chart>
      </ResponsiveContainer>
    </div>
  );
}
