import Link from 'next/link';
import { Name } from '@/components/figures/name';
import { Quantity } from '@/components/figures/quantity';
import { type Column, Table } from '@/components/ui/table';
import { NO_TYPE } from '@/lib/core/units/task-query';
import type { TaskLine, TasksHead, TaskTypes } from '@/lib/services/tasks/get-tasks';
import type { Extras } from './extras';
import { Cost, calls, costHeader, count, noType, percent } from './figures';
import { AlternativeCell, LatencyCell, RetriesCell, SavingCell } from './late-cells';
import { SortLink } from './sort-link';
import type { TypeSort } from './sort-types';
import { TargetCell } from './target-cell';
import { Trend } from './trend';
import { type TaskView, taskHref } from './view';

interface TypeTableProps {
  head: TasksHead;
  data: TaskTypes;
  view: TaskView;
  /** What comes after the table. */
  extras: Extras;
  types: readonly TaskLine[];
  days: readonly string[];
  mayWrite: boolean;
}

/** One line a task type. A click asks why its cost moved. */
export function TypeTable({ head, data, view, extras, types, days, mayWrite }: TypeTableProps) {
  const { basis } = head;
  const all = view.task === null ? head.total : null;
  const currency = head.currency ?? '';
  const cost = (amount: string | null, t: TaskLine, form: 'unit' | 'total' = 'unit', isWhole = true) => (
    <Cost amount={amount} currency={t.currency} basis={basis} unknown={isWhole ? t.unknownEvents : 0} form={form} hideCurrency />
  );
  const costOn = new Map(data.typeDays.map((d) => [`${d.day} ${d.group ?? ''}`, d]));
  const trend = (t: TaskLine) =>
    days.map((day) => {
      const d = costOn.get(`${day} ${t.group ?? ''}`);
      return d?.amount == null || d.tasks === 0 ? null : Number(d.amount) / d.tasks;
    });
  const link = (t: TaskLine) => (
    <Link
      href={taskHref({ ...view, task: t.group ?? NO_TYPE, page: 1 })}
      scroll={false}
      className="font-strong hover:underline"
      aria-current={view.task === (t.group ?? NO_TYPE) ? 'true' : undefined}
    >
      {t.group === null ? noType : <Name>{t.group}</Name>}
    </Link>
  );
  const sortable = (by: TypeSort, word: string) => (
    <SortLink view={view} by={by}>
      {word}
    </SortLink>
  );
  const late = (type: TaskLine) => ({ extras, type, head, view });
  const targetOf = (t: TaskLine) => data.targets.find((x) => x.taskType === t.group) ?? null;
  const columns: Column<TaskLine>[] = [
    { key: 'type', header: 'Task type', className: 'min-w-44', cell: link, ...(all && { total: 'All tasks' }) },
    {
      key: 'tasks',
      header: sortable('tasks', 'Tasks'),
      numeric: true,
      cell: (t) => count(t.tasks),
      ...(all && { total: count(all.tasks) }),
    },
    {
      key: 'success',
      header: sortable('success', 'Success'),
      numeric: true,
      cell: (t) => percent(t.successRate, 1),
      ...(all && { total: percent(all.successRate, 1) }),
    },
    {
      key: 'retries',
      header: sortable('retries', 'Retries'),
      numeric: true,
      cell: (t) => <RetriesCell extras={extras} type={t} />,
      ...(all && { total: '' }),
    },
    {
      key: 'latency',
      header: sortable('latency', 'Latency p95'),
      numeric: true,
      cell: (t) => <LatencyCell extras={extras} type={t} />,
      ...(all && { total: '' }),
    },
    {
      key: 'cost',
      header: sortable('cost', costHeader('Cost', currency, basis)),
      numeric: true,
      cell: (t) => cost(t.amount, t, 'total'),
      ...(all && { total: cost(all.amount, all, 'total') }),
    },
    {
      key: 'per',
      header: sortable('per', costHeader('Per task', '', basis)),
      numeric: true,
      cell: (t) => cost(t.perTask, t),
      ...(all && { total: cost(all.perTask, all) }),
    },
    {
      key: 'success-cost',
      header: sortable('per-success', costHeader('Per success', '', basis)),
      numeric: true,
      cell: (t) => (t.perSuccess === null ? '–' : cost(t.perSuccess, t)),
      ...(all && { total: all.perSuccess === null ? '–' : cost(all.perSuccess, all) }),
    },
    {
      key: 'alternative',
      header: 'Cheapest alternative (est.)',
      className: 'min-w-80',
      cell: (t) => <AlternativeCell {...late(t)} />,
      ...(all && { total: '' }),
    },
    {
      key: 'saving',
      header: sortable('saving', 'Saves per task (est.)'),
      numeric: true,
      cell: (t) => <SavingCell {...late(t)} />,
      ...(all && { total: '' }),
    },
    {
      key: 'p50',
      header: sortable('p50', 'Median'),
      numeric: true,
      cell: (t) => cost(t.p50, t, 'unit', false),
      ...(all && { total: cost(all.p50, all, 'unit', false) }),
    },
    {
      key: 'p95',
      header: sortable('p95', '95th pct.'),
      numeric: true,
      cell: (t) => cost(t.p95, t, 'unit', false),
      ...(all && { total: cost(all.p95, all, 'unit', false) }),
    },
    {
      key: 'tokens',
      header: sortable('tokens', 'Tokens'),
      numeric: true,
      cell: (t) => (t.tokensPerTask === null ? '–' : <Quantity amount={t.tokensPerTask} form="compact" />),
      ...(all && { total: all.tokensPerTask === null ? '–' : <Quantity amount={all.tokensPerTask} form="compact" /> }),
    },
    {
      key: 'calls',
      header: sortable('calls', 'Calls'),
      numeric: true,
      cell: (t) => calls(t.callsPerTask),
      ...(all && { total: calls(all.callsPerTask) }),
    },
    {
      key: 'model',
      header: 'Main model',
      className: 'max-w-36 text-ink-2',
      cell: (t) => (
        <span className="block truncate" title={t.mainModel ?? undefined}>
          {t.mainModel ?? '–'}
        </span>
      ),
    },
    {
      key: 'trend',
      header: 'By day',
      cell: (t) => <Trend values={trend(t)} label={`Cost per task by day: ${t.group ?? noType}`} />,
    },
    {
      key: 'target',
      header: 'Target',
      className: 'min-w-20',
      cell: (t) =>
        t.group === null || t.currency === null ? (
          '–'
        ) : (
          <TargetCell taskType={t.group} perTask={t.perTask} target={targetOf(t)} currency={t.currency} mayWrite={mayWrite} />
        ),
    },
  ];
  return (
    <Table
      caption="Task types"
      columns={columns}
      rows={types}
      rowKey={(t) => `${t.group ?? '\u0000'} ${t.currency ?? ''}`}
      empty={view.team === null ? 'No task in this period.' : 'No task of this team in this period.'}
      narrow={(t) => (
        <div className="grid gap-1">
          <span className="flex items-baseline justify-between gap-3">
            {link(t)}
            <Cost amount={t.perTask} currency={t.currency} basis={basis} unknown={t.unknownEvents} />
          </span>
          <span className="text-12 text-ink-2">
            {count(t.tasks)} tasks · {percent(t.successRate, 1)} succeed · {calls(t.callsPerTask)} calls each ·{' '}
            {t.mainModel ?? 'no model named'}
          </span>
          <span className="text-12 text-ink-2">
            retries <RetriesCell extras={extras} type={t} /> · p95 <LatencyCell extras={extras} type={t} />
          </span>
          <span className="flex items-start justify-between gap-3">
            <AlternativeCell {...late(t)} />
            <span className="shrink-0 whitespace-nowrap">
              <SavingCell {...late(t)} />
            </span>
          </span>
          {t.group !== null && t.currency !== null && (
            <TargetCell taskType={t.group} perTask={t.perTask} target={targetOf(t)} currency={t.currency} mayWrite={mayWrite} />
          )}
        </div>
      )}
    />
  );
}
