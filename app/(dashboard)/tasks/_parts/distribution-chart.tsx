'use client';

import { ChartFrame } from '@/components/charts/chart-frame';
import { LogHistogram } from '@/components/charts/marks/later';
import type { LogBucket } from '@/components/charts/marks/log-histogram';
import { unitFigure } from '@/lib/core/money/unit-figure';
import { STEPS_PER_TEN } from '@/lib/core/units/task-query';
import type { TaskDistribution } from '@/lib/services/tasks/get-tasks';
import { count } from './figures';

const boundOf = (step: number): string => (10 ** (step / STEPS_PER_TEN)).toPrecision(3);
const stepOf = (amount: string): number => Math.floor(Math.log10(Number(amount)) * STEPS_PER_TEN + 1e-9);

/** Cost of a task as a histogram on a logarithmic scale: an average hides the few that cost a hundred times as much. */
export function DistributionChart({ distribution: d, currency }: { distribution: TaskDistribution; currency: string }) {
  const steps = d.buckets.flatMap((b) => (b.step === null ? [] : [b.step]));
  const tasksIn = new Map(d.buckets.map((b) => [b.step, b.tasks]));
  const free = tasksIn.get(null) ?? 0;
  const first = Math.min(...steps);
  const keyOf = (step: number) => plain(boundOf(step));
  const buckets: LogBucket[] = steps.length
    ? Array.from({ length: Math.max(...steps) - first + 1 }, (_, i) => ({
        key: keyOf(first + i),
        count: tasksIn.get(first + i) ?? 0,
        range: `${plain(boundOf(first + i))} to ${plain(boundOf(first + i + 1))} ${currency}`,
      }))
    : [];
  const marks = (['p50', 'p95', 'p99'] as const).flatMap((p) => {
    const amount = d[p];
    return amount !== null && Number(amount) > 0 ? [{ key: keyOf(stepOf(amount)), text: p }] : [];
  });
  const ratio = d.p50 !== null && d.p99 !== null && Number(d.p50) > 0 ? Number(d.p99) / Number(d.p50) : null;
  return (
    <ChartFrame
      title="How much tasks cost"
      summary={
        ratio === null
          ? 'No cost of a task is known in this period.'
          : `Half cost at most ${unitFigure(d.p50 ?? '0', currency)} ${currency}; one in a hundred costs ${ratio < 10 ? ratio.toFixed(1) : count(Math.round(ratio))} times as much or more.`
      }
      note={`Each step is 1.78 times the one before${free > 0 ? `; ${count(free)} tasks that cost nothing are not drawn` : ''}.`}
      table={{
        columns: [
          { key: 'range', header: `Cost of a task, ${currency}` },
          { key: 'tasks', header: 'Tasks', numeric: true },
        ],
        rows: [
          ...(free > 0 ? [{ range: '0', tasks: String(free) }] : []),
          ...buckets.map((b) => ({ range: b.range.replace(` ${currency}`, ''), tasks: String(b.count) })),
        ],
        total: { range: 'Total', tasks: String(d.buckets.reduce((n, b) => n + b.tasks, 0)) },
      }}
    >
      <LogHistogram buckets={buckets} marks={together(marks)} label="How much tasks cost" what="tasks" />
    </ChartFrame>
  );
}

/** 1.78e-7 is 0.000000178. */
const plain = (text: string) => Number(text).toFixed(12).replace(/0+$/, '').replace(/\.$/, '');

/** Two marks in one bucket share their label. */
const together = (marks: readonly { key: string; text: string }[]) =>
  [...new Set(marks.map((m) => m.key))].map((key) => ({ key, text: marks.flatMap((m) => (m.key === key ? [m.text] : [])).join(', ') }));
