'use client';

import { Area, CartesianGrid, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { dayNumberOf, dayOfNumber, monthTicks } from '../prepare/date-axis';
import { labelledDays, longDay, monthName, shortDay } from '../prepare/days';

/** A day that is expected, by the day on which that was known. Null is not before the end. */
export interface ExpectedDay {
  knownOn: string;
  expected: string | null;
  early: string | null;
  late: string | null;
}

const tick = { fill: 'var(--color-ink-3)', fontSize: 12 };
const n = (day: string | null) => (day === null ? null : dayNumberOf(day));

/** Days against days: the line is what was expected, the band where eight in ten lay. */
export function DateLines({ points, label, height = 180 }: { points: readonly ExpectedDay[]; label: string; height?: number }) {
  const data = points.map((p) => ({
    ...p,
    line: n(p.expected),
    band: p.early === null || p.late === null ? null : ([dayNumberOf(p.early), dayNumberOf(p.late)] as const),
  }));
  const ticks = monthTicks(points.flatMap((p) => [p.expected, p.early, p.late].filter((d) => d !== null))).map(dayNumberOf);
  const known = points.map((p) => p.knownOn);
  return (
    <div style={{ height }}>
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart data={data} margin={{ top: 12, right: 8, bottom: 0, left: 0 }} title={label}>
          <CartesianGrid vertical={false} stroke="var(--color-line)" />
          <XAxis
            dataKey="knownOn"
            tickFormatter={shortDay}
            ticks={labelledDays(known)}
            interval="equidistantPreserveStart"
            minTickGap={12}
            tickLine={false}
            axisLine={false}
            tick={tick}
            tickMargin={6}
          />
          <YAxis
            domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
            ticks={ticks}
            tickFormatter={(value: number) => `${monthName(dayOfNumber(value))} ${dayOfNumber(value).slice(0, 4)}`}
            tickLine={false}
            axisLine={false}
            tick={tick}
            width="auto"
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--color-edge)' }}
            content={({ active, payload }) => (active ? <Words point={payload?.[0]?.payload as ExpectedDay | undefined} /> : null)}
          />
          <Area
            dataKey="band"
            stroke="none"
            fill="var(--color-accent-fill)"
            fillOpacity={0.16}
            isAnimationActive={false}
            connectNulls={false}
          />
          <Line
            dataKey="line"
            stroke="var(--color-accent-fill)"
            strokeWidth={2}
            dot={points.length < 8 && { r: 2.5, fill: 'var(--color-accent-fill)' }}
            isAnimationActive={false}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}

function Words({ point }: { point: ExpectedDay | undefined }) {
  if (!point) return null;
  const rows: [string, string | null][] = [
    ['Expected', point.expected],
    ['One in ten before', point.early],
    ['Nine in ten before', point.late],
  ];
  return (
    <div className="rounded-3 border border-edge bg-surface px-3 py-2 text-12">
      <p className="mb-1 font-strong">Known on {longDay(point.knownOn)}</p>
      <dl className="grid grid-cols-[auto_auto] gap-x-4">
        {rows.map(([word, day]) => (
          <div key={word} className="contents">
            <dt className="text-ink-2">{word}</dt>
            <dd className="text-right">{day === null ? 'not before the end' : longDay(day)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
