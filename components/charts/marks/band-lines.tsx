'use client';

import {
  Area,
  CartesianGrid,
  ComposedChart,
  type DotItemDotProps,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { bucketLabel } from '../prepare/buckets';
import type { PlacedMark } from '../prepare/chart-marks';
import { labelledDays } from '../prepare/days';
import { type SidePart, signedParts } from '../prepare/signed-parts';
import type { Band, Stack } from '../prepare/stack';
import { isEmpty, type StackPoint } from '../prepare/stack-point';
import { axisLabel, roundScale } from '../prepare/ticks';
import { NumberedFlags } from './numbered-flag';
import { StackTooltip } from './stack-tooltip';
import { useBrush } from './use-brush';

const tick = { fill: 'var(--color-ink-3)', fontSize: 12 };

/** Bands as lines beside one another, or as areas on one another, what is below zero in a stack of its own. A missing day is a gap; what stands alone is a dot. What is expected is dashed, with its interval. */
export function BandLines({
  stack,
  kind,
  height = 260,
  label,
  additive = true,
  marks = [],
  onRange,
}: {
  stack: Stack;
  kind: 'lines' | 'area';
  height?: number;
  label: string;
  additive?: boolean;
  marks?: readonly PlacedMark[];
  /** Days that were chosen by pulling over the drawing. */
  onRange?: (days: { from: string; to: string }) => void;
}) {
  const { points, bands, currency, unit } = stack;
  const days = points.map((p) => p.day);
  const ahead = points.flatMap(({ expected: e }) => (e ? [Number(e.amount), Number(e.low ?? e.amount), Number(e.high ?? e.amount)] : []));
  const values = [...points.flatMap((p) => Object.values(p.values)), ...ahead];
  const scale = kind === 'area' ? stack.scale : roundScale(Math.min(0, ...values), Math.max(0, ...values));
  const readOf = (key: string) => (p: StackPoint) => (isEmpty(p) ? null : (p.values[key] ?? null));
  const first = points.findIndex((p) => p.expected);
  // the dashed line begins where the last whole bar ends
  const known = first > 0 ? points[first - 1] : undefined;
  const start = known && !isEmpty(known) ? known : undefined;
  const expectedOf = (p: StackPoint) => (p.expected ? Number(p.expected.amount) : p === start ? Number(p.total) : null);
  const rangeOf = ({ expected: e }: StackPoint) => (e && e.low !== null && e.high !== null ? [Number(e.low), Number(e.high)] : null);
  const brush = useBrush(points, onRange);
  const dotOf = dotsOf(points);
  const hue = bands.length === 1 ? (bands[0]?.colour ?? '') : 'var(--color-ink)';
  return (
    <div style={{ height }}>
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart data={points} margin={{ top: marks.length ? 24 : 12, right: 8, bottom: 0, left: 0 }} title={label}>
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
              active && !brush.days ? (
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
              areasOf(band, points, dotOf(band.colour))
            ) : (
              <Line
                key={band.key}
                dataKey={readOf(band.key)}
                name={band.label}
                stroke={band.colour}
                strokeWidth={2}
                strokeDasharray={band.hatched ? '4 3' : undefined}
                dot={points.length < 8 ? { r: 2.5, fill: band.colour } : dotOf(band.colour)}
                connectNulls={false}
                isAnimationActive={false}
              />
            ),
          )}
          {first >= 0 && (
            <Area dataKey={rangeOf} stroke="none" fill={hue} fillOpacity={0.16} connectNulls={false} isAnimationActive={false} />
          )}
          {first >= 0 && (
            <Line
              dataKey={expectedOf}
              name="Expected"
              stroke={hue}
              strokeWidth={1.75}
              strokeDasharray="5 4"
              dot={false}
              connectNulls={false}
              isAnimationActive={false}
            />
          )}
          <NumberedFlags marks={marks} top={scale.max} />
          {brush.area}
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}

/** A line through one point is none: what has no figures on either side of it is drawn as a dot, where it is more than nothing. */
function dotsOf(points: readonly StackPoint[]) {
  const isKnown = (i: number) => points[i] !== undefined && !isEmpty(points[i]);
  return (colour: string) =>
    ({ key, index, cx, cy, value }: DotItemDotProps) => {
      const [from, to] = [value].flat();
      const isAlone = isKnown(index) && !isKnown(index - 1) && !isKnown(index + 1);
      const isDrawn = isAlone && cy !== undefined && cy !== null && Number(to ?? from) !== Number(to === undefined ? 0 : from);
      return <g key={key}>{isDrawn && <circle cx={cx} cy={cy} r={2.5} fill={colour} />}</g>;
    };
}

/** What of a band is above zero in one stack, what is below in another, so that nothing is drawn across zero. No component: a chart knows its areas by their kind. */
function areasOf(band: Band, points: readonly StackPoint[], dot: ReturnType<ReturnType<typeof dotsOf>>) {
  const parts = signedParts(points, band.key);
  const area = (side: keyof typeof parts, part: SidePart | null) => {
    if (!part) return null;
    const at = new Map(points.map((p, i) => [p.day, part[i] ?? null]));
    return (
      <Area
        key={`${band.key} ${side}`}
        dataKey={(p: StackPoint) => at.get(p.day) ?? null}
        name={band.label}
        stackId={side}
        stroke={band.colour}
        strokeWidth={1}
        strokeDasharray={band.hatched ? '3 3' : undefined}
        fill={band.colour}
        fillOpacity={band.hatched ? 0.15 : 0.55}
        dot={dot}
        activeDot={false}
        connectNulls={false}
        isAnimationActive={false}
      />
    );
  };
  return [area('up', parts.up), area('down', parts.down)];
}
