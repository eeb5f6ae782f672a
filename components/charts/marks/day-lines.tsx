'use client';

import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { labelledDays, longDay, shortDay } from '../prepare/days';
import { axisLabel, roundScale } from '../prepare/ticks';

export interface DayLine {
  key: string;
  label: string;
  colour: string;
}
/** A day with the values of its lines; a day without one is a gap. `texts` are the exact figures. */
export interface LineDay {
  day: string;
  values: Readonly<Record<string, number | null>>;
  texts: Readonly<Record<string, string>>;
}

const tick = { fill: 'var(--color-ink-3)', fontSize: 12 };

/** Lines over days on one scale that begins at zero. A gap stays a gap; a day that stands alone is a dot. */
export function DayLines({
  days,
  lines,
  label,
  height = 200,
}: {
  days: readonly LineDay[];
  lines: readonly DayLine[];
  label: string;
  height?: number;
}) {
  const highest = Math.max(0, ...days.flatMap((d) => Object.values(d.values).map((v) => v ?? 0)));
  const scale = roundScale(0, highest);
  return (
    <div style={{ height }}>
      <ResponsiveContainer width="100%" height="100%">
        <LineChart data={days as LineDay[]} margin={{ top: 12, right: 8, bottom: 0, left: 0 }} title={label}>
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
            domain={[scale.min, scale.max]}
            ticks={[...scale.ticks]}
            tickFormatter={(v: number) => axisLabel(v, '')}
            tickLine={false}
            axisLine={false}
            tick={tick}
            width="auto"
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--color-edge)' }}
            content={({ active, payload }) => (active ? <Words day={payload?.[0]?.payload as LineDay | undefined} lines={lines} /> : null)}
          />
          {lines.map((l) => (
            <Line
              key={l.key}
              dataKey={(d: LineDay) => d.values[l.key] ?? null}
              name={l.label}
              stroke={l.colour}
              strokeWidth={2}
              dot={days.length < 8 && { r: 2.5, fill: l.colour }}
              connectNulls={false}
              isAnimationActive={false}
            />
          ))}
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}

function Words({ day, lines }: { day: LineDay | undefined; lines: readonly DayLine[] }) {
  if (!day) return null;
  const shown = lines.filter((l) => Object.hasOwn(day.texts, l.key)).sort((a, b) => (day.values[b.key] ?? 0) - (day.values[a.key] ?? 0));
  return (
    <div className="rounded-3 border border-edge bg-surface px-3 py-2 text-12">
      <p className="mb-1 font-strong">{longDay(day.day)}</p>
      <dl className="grid grid-cols-[auto_auto] gap-x-4">
        {shown.map((l) => (
          <div key={l.key} className="contents">
            <dt className="flex items-center gap-1.5 text-ink-2">
              <span aria-hidden="true" className="size-2 rounded-full" style={{ background: l.colour }} />
              {l.label}
            </dt>
            <dd className="text-right tabular-nums">{day.texts[l.key]}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
