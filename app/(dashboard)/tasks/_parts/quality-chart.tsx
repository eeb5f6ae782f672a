'use client';

import { ChartFrame, Swatch } from '@/components/charts/chart-frame';
import { DayLines } from '@/components/charts/marks/later';
import { daysBetween } from '@/components/charts/prepare/days';
import { unitFigure } from '@/lib/core/money/unit-figure';
import type { QualityDay } from '@/lib/services/tasks/get-task-quality';
import { percent, seconds } from './figures';

interface QualityChartProps {
  from: string;
  to: string;
  days: readonly QualityDay[];
  currency: string;
  name: string;
  isList: boolean;
}

interface Drawn {
  key: string;
  title: string;
  colour: string;
  of: (d: QualityDay) => number | null;
  text: (d: QualityDay) => string;
}

const failed = (d: QualityDay): number | null => (d.successRate === null ? null : (1 - Number(d.successRate)) * 100);

/** What a success cost, what failed or was done again, and how long calls took: one above the other on the same days. */
export function QualityChart({ from, to, days, currency, name, isList }: QualityChartProps) {
  const at = new Map(days.map((d) => [d.day, d]));
  const span = daysBetween(from, to);
  const est = isList ? ' est.' : '';
  const drawn: Drawn[][] = [
    [
      {
        key: 'cost',
        title: `Per success, ${currency}${est}`,
        colour: 'var(--color-accent-fill)',
        of: (d) => (d.perSuccess === null ? null : Number(d.perSuccess)),
        text: (d) => (d.perSuccess === null ? '–' : `${unitFigure(d.perSuccess, currency)} ${currency}`),
      },
    ],
    [
      { key: 'failed', title: 'Failed', colour: 'var(--color-over)', of: failed, text: (d) => percentText(failed(d)) },
      {
        key: 'retried',
        title: 'Retried',
        colour: 'var(--color-ink-3)',
        of: (d) => (d.retryRate === null ? null : Number(d.retryRate) * 100),
        text: (d) => percent(d.retryRate, 1),
      },
    ],
    [
      {
        key: 'latency',
        title: 'Latency p95',
        colour: 'var(--color-ink-2)',
        of: (d) => (d.p95Ms === null ? null : d.p95Ms / 1000),
        text: (d) => seconds(d.p95Ms),
      },
    ],
  ];
  const heads = [`Cost per success, ${currency}${est}`, 'Share of tasks, %', 'Latency of calls, 95th percentile, s'];
  const last = days.at(-1);
  return (
    <ChartFrame
      title={`Quality and cost by day: ${name}`}
      summary={
        last
          ? `On the last day ${percent(last.successRate, 1)} of the tasks succeeded, 95 in 100 calls took at most ${seconds(last.p95Ms)}.`
          : 'No such task in this period.'
      }
      note="A day without a task, or on which nobody says how tasks ended, is a gap. Latency is that of all calls of the type, in whatever currency they are paid."
      png={false}
      table={{
        columns: [
          { key: 'day', header: 'Day' },
          { key: 'tasks', header: 'Tasks', numeric: true },
          { key: 'perTask', header: `Cost per task, ${currency}${est}`, numeric: true },
          { key: 'perSuccess', header: `Cost per success, ${currency}${est}`, numeric: true },
          { key: 'success', header: 'Success rate', numeric: true },
          { key: 'retries', header: 'Retry rate', numeric: true },
          { key: 'latency', header: 'Latency p95, ms', numeric: true },
        ],
        rows: span.map((day) => {
          const d = at.get(day);
          return {
            ...{ day, tasks: String(d?.tasks ?? 0), perTask: d?.perTask ?? '', perSuccess: d?.perSuccess ?? '' },
            ...{ success: d?.successRate ?? '', retries: d?.retryRate ?? '', latency: d?.p95Ms == null ? '' : String(d.p95Ms) },
          };
        }),
      }}
    >
      <div className="grid gap-x-8 gap-y-4 desk:grid-cols-3">
        {drawn.map((lines, i) => (
          <div key={heads[i]} className="min-w-0 pl-3 [&_svg]:overflow-visible">
            <p className="-ml-3 flex flex-wrap gap-x-3 text-12 text-ink-2">
              {heads[i]}
              {lines.length > 1 &&
                lines.map((l) => (
                  <span key={l.key} className="inline-flex items-center gap-1">
                    <Swatch colour={l.colour} /> {l.title}
                  </span>
                ))}
            </p>
            <DayLines
              label={heads[i] ?? ''}
              height={160}
              lines={lines.map(({ key, title, colour }) => ({ key, label: title, colour }))}
              days={span.map((day) => {
                const d = at.get(day);
                return {
                  day,
                  values: Object.fromEntries(lines.map((l) => [l.key, d ? l.of(d) : null])),
                  texts: Object.fromEntries(lines.map((l) => [l.key, d ? l.text(d) : '–'])),
                };
              })}
            />
          </div>
        ))}
      </div>
    </ChartFrame>
  );
}

const percentText = (value: number | null): string => (value === null ? '–' : `${value.toFixed(1)} %`);
