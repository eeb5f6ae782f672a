'use client';

import { Bar, BarChart, CartesianGrid, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { axisLabel, roundScale } from '../prepare/ticks';

/** A bucket of a logarithmic scale: how many fell between two amounts. */
export interface LogBucket {
  /** Names the bucket on the axis. */
  key: string;
  count: number;
  /** "0.10 to 0.18 USD". */
  range: string;
}

const tick = { fill: 'var(--color-ink-3)', fontSize: 12 };

/** How many cost how much, on a scale where each step is the same factor; marks stand in the bucket they fall into. */
export function LogHistogram({
  buckets,
  marks,
  label,
  what,
  height = 200,
}: {
  buckets: readonly LogBucket[];
  marks: readonly { key: string; text: string }[];
  label: string;
  what: string;
  height?: number;
}) {
  const scale = roundScale(0, Math.max(1, ...buckets.map((b) => b.count)), 3);
  return (
    <div style={{ height }}>
      <ResponsiveContainer width="100%" height="100%">
        <BarChart data={buckets as LogBucket[]} margin={{ top: 22, right: 8, bottom: 0, left: 0 }} barCategoryGap={1} title={label}>
          <CartesianGrid vertical={false} stroke="var(--color-line)" />
          <XAxis
            dataKey="key"
            interval="equidistantPreserveStart"
            minTickGap={16}
            tickLine={false}
            axisLine={false}
            tick={tick}
            tickMargin={6}
          />
          <YAxis
            domain={[0, scale.max]}
            ticks={scale.ticks}
            tickFormatter={(value: number) => axisLabel(value, '')}
            tickLine={false}
            axisLine={false}
            tick={tick}
            width="auto"
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: 'var(--color-surface-3)', fillOpacity: 0.6 }}
            content={({ active, payload }) => {
              const bucket = active ? (payload?.[0]?.payload as LogBucket | undefined) : undefined;
              return bucket ? (
                <div className="rounded-3 border border-edge bg-surface px-3 py-2 text-12">
                  <p className="font-strong">{bucket.range}</p>
                  <p className="text-ink-2 tabular-nums">
                    {bucket.count.toLocaleString('en')} {what}
                  </p>
                </div>
              ) : null;
            }}
          />
          <Bar dataKey="count" fill="var(--color-accent-fill)" isAnimationActive={false} />
          {marks.map((m) => (
            <ReferenceLine
              key={m.text}
              x={m.key}
              stroke="var(--color-ink-2)"
              strokeDasharray="2 3"
              label={{ value: m.text, position: 'top', fill: 'var(--color-ink-2)', fontSize: 12 }}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
