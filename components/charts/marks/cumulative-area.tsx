'use client';

import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { Money } from '../../figures/money';
import { labelledDays, longDay, monthName, shortDay } from '../prepare/days';
import { axisLabel, roundScale } from '../prepare/ticks';

/** A day of a sum that grows: what it is, what it may become. Decimals as text; null where there is nothing to say. */
export interface CumulativePoint {
  day: string;
  actual: string | null;
  expected: string | null;
  low: string | null;
  high: string | null;
  pace: string | null;
}
/** A thin line with a word: a cap, a threshold. */
export interface LimitLine {
  label: string;
  amount: string;
  tone?: 'ink' | 'over';
}

const tick = { fill: 'var(--color-ink-3)', fontSize: 12 };
const n = (text: string | null) => (text === null ? null : Number(text));

/** Solid is what happened, dashed is expected with its band, the thin line an even pace, straight lines the limits. Zero is always there. */
export function CumulativeArea({
  points,
  lines,
  currency,
  label,
  height = 260,
}: {
  points: readonly CumulativePoint[];
  lines: readonly LimitLine[];
  currency: string;
  label: string;
  height?: number;
}) {
  const data = points.map((p) => ({
    ...p,
    solid: n(p.actual),
    dashed: n(p.expected),
    even: n(p.pace),
    band: p.low === null || p.high === null ? null : ([Number(p.low), Number(p.high)] as const),
  }));
  const values = data
    .flatMap((d) => [d.solid, d.dashed, d.even, d.band?.[1] ?? null, d.band?.[0] ?? null])
    .filter((v): v is number => v !== null);
  const scale = roundScale(Math.min(0, ...values), Math.max(0, ...values, ...lines.map((l) => Number(l.amount))));
  const days = points.map((p) => p.day);
  const isLong = points.length > 0 && days[0]?.slice(0, 4) !== days.at(-1)?.slice(0, 4);
  return (
    <div style={{ height }}>
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart data={data} margin={{ top: 16, right: 4, bottom: 0, left: 0 }} title={label}>
          <CartesianGrid vertical={false} stroke="var(--color-line)" />
          <XAxis
            dataKey="day"
            tickFormatter={(day: string) => (isLong ? `${monthName(day)} ${day.slice(2, 4)}` : shortDay(day))}
            ticks={labelledDays(days)}
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
              active ? <Words point={payload?.[0]?.payload as CumulativePoint | undefined} currency={currency} /> : null
            }
          />
          <Area
            dataKey="band"
            stroke="none"
            fill="var(--color-accent-fill)"
            fillOpacity={0.16}
            isAnimationActive={false}
            connectNulls={false}
          />
          <Line dataKey="even" stroke="var(--color-ink-3)" strokeWidth={1} dot={false} isAnimationActive={false} />
          <Line
            dataKey="dashed"
            stroke="var(--color-accent-fill)"
            strokeWidth={1.75}
            strokeDasharray="5 4"
            dot={false}
            isAnimationActive={false}
          />
          <Line dataKey="solid" stroke="var(--color-accent-fill)" strokeWidth={2.25} dot={false} isAnimationActive={false} />
          <ReferenceLine y={0} stroke="var(--color-edge)" />
          {lines.map((line) => (
            <ReferenceLine
              key={line.label}
              y={Number(line.amount)}
              stroke={line.tone === 'over' ? 'var(--color-over)' : 'var(--color-ink-2)'}
              strokeWidth={line.tone === 'over' ? 1.5 : 1}
              label={{ value: line.label, position: 'insideTopLeft', fill: 'var(--color-ink-2)', fontSize: 12, offset: 4 }}
            />
          ))}
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}

function Words({ point, currency }: { point: CumulativePoint | undefined; currency: string }) {
  if (!point) return null;
  const rows = [
    ['So far', point.actual],
    ['Expected', point.expected],
    ['At least', point.low],
    ['At most', point.high],
    ['Even pace', point.pace],
  ] as const;
  return (
    <div className="rounded-3 border border-edge bg-surface px-3 py-2 text-12">
      <p className="mb-1 font-strong">{longDay(point.day)}</p>
      <dl className="grid grid-cols-[auto_auto] gap-x-4">
        {rows.map(([word, amount]) =>
          amount === null ? null : (
            <div key={word} className="contents">
              <dt className="text-ink-2">{word}</dt>
              <dd className="text-right">
                <Money amount={amount} currency={currency} />
              </dd>
            </div>
          ),
        )}
      </dl>
    </div>
  );
}
