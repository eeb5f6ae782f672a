import { Money } from '@/components/figures/money';
import { Name } from '@/components/figures/name';
import { Quantity } from '@/components/figures/quantity';
import { Panel } from '@/components/ui/panel';
import { type Column, Table } from '@/components/ui/table';
import { marginOf, shareOf } from '@/lib/core/units/per-unit';
import { type TaskGroup, taskGroups } from '@/lib/core/units/task-query';
import type { TaskGroups, TasksHead } from '@/lib/services/tasks/get-tasks';
import { Cost, calls, costHeader, count, percent } from './figures';
import { LinkChoice } from './link-choice';
import { type TaskView, taskHref } from './view';

type Line = TaskGroups['lines'][number];
const MOST_ROWS = 200;
const choices: readonly TaskGroup[] = ['customer', 'feature', 'team', 'agent', 'model', 'channel'];

/** Who and what the cost of tasks is for; with revenue beside it where somebody sent it. */
export function GroupsTab({ head, groups, view }: { head: TasksHead; groups: TaskGroups; view: TaskView }) {
  const { basis, total } = head;
  const currency = head.currency ?? '';
  const { lines, hasRevenue } = groups;
  const what = taskGroups[view.by];
  const named = lines.filter((l) => l.group !== null).length;
  const money = (amount: string | null, l: Pick<Line, 'currency' | 'unknownEvents'>, form: 'unit' | 'total') => (
    <Cost amount={amount} currency={l.currency} basis={basis} unknown={l.unknownEvents} form={form} hideCurrency />
  );
  const nameOf = (l: Line) => (l.group === null ? <span className="text-ink-2">Not said</span> : <Name>{l.group}</Name>);
  const columns: Column<Line>[] = [
    { key: 'group', header: what, className: 'min-w-40', cell: nameOf, ...(total && { total: 'All' }) },
    { key: 'tasks', header: 'Tasks', numeric: true, cell: (l) => count(l.tasks), ...(total && { total: count(total.tasks) }) },
    {
      key: 'success',
      header: 'Success',
      numeric: true,
      cell: (l) => percent(l.successRate, 1),
      ...(total && { total: percent(total.successRate, 1) }),
    },
    {
      key: 'cost',
      header: costHeader('Cost', currency, basis),
      numeric: true,
      cell: (l) => money(l.amount, l, 'total'),
      ...(total && { total: money(total.amount, total, 'total') }),
    },
    { key: 'share', header: 'Share', numeric: true, cell: (l) => percent(shareOf(l.amount, total?.amount ?? null)) },
    ...(hasRevenue
      ? ([
          {
            key: 'revenue',
            header: `Revenue, ${currency}`,
            numeric: true,
            cell: (l) => (l.revenue === null ? '–' : <Money amount={l.revenue} currency={currency} hideCurrency />),
          },
          { key: 'margin', header: 'Margin', numeric: true, cell: (l) => percent(marginOf(l.revenue, l.amount)) },
        ] satisfies Column<Line>[])
      : []),
    {
      key: 'per',
      header: costHeader('Per task', '', basis),
      numeric: true,
      cell: (l) => money(l.perTask, l, 'unit'),
      ...(total && { total: money(total.perTask, total, 'unit') }),
    },
    {
      key: 'per-success',
      header: costHeader('Per success', '', basis),
      numeric: true,
      cell: (l) => (l.perSuccess === null ? '–' : money(l.perSuccess, l, 'unit')),
    },
    {
      key: 'p95',
      header: '95th pct.',
      numeric: true,
      cell: (l) => <Cost amount={l.p95} currency={l.currency} basis={basis} hideCurrency />,
    },
    {
      key: 'tokens',
      header: 'Tokens per task',
      numeric: true,
      cell: (l) => (l.tokensPerTask === null ? '–' : <Quantity amount={l.tokensPerTask} form="compact" />),
    },
    { key: 'calls', header: 'Calls per task', numeric: true, cell: (l) => calls(l.callsPerTask) },
    {
      key: 'model',
      header: 'Main model',
      className: 'max-w-40 text-ink-2',
      cell: (l) => (
        <span className="block truncate" title={l.mainModel ?? undefined}>
          {l.mainModel ?? '–'}
        </span>
      ),
    },
  ];
  return (
    <Panel
      title={`By ${what.toLowerCase()}`}
      note={
        view.by === 'customer' && !hasRevenue
          ? 'Send a metric "revenue" with the label customer, and the margin of each stands here.'
          : 'A task is counted where its first call says it belongs.'
      }
      actions={
        <LinkChoice
          label="Group by"
          options={choices.map((by) => ({ key: by, label: taskGroups[by], href: taskHref({ ...view, by }), active: by === view.by }))}
        />
      }
    >
      <Table
        caption={`Tasks by ${what.toLowerCase()}`}
        columns={columns}
        rows={lines.slice(0, MOST_ROWS)}
        rowKey={(l) => `${l.group ?? '\u0000'} ${l.currency ?? ''}`}
        empty="No task in this period."
        narrow={(l) => (
          <div className="grid gap-1">
            <span className="flex items-baseline justify-between gap-3">
              <span className="min-w-0 truncate font-strong">{nameOf(l)}</span>
              <Cost amount={l.amount} currency={l.currency} basis={basis} unknown={l.unknownEvents} form="total" />
            </span>
            <span className="text-12 text-ink-2">
              {count(l.tasks)} tasks · <Cost amount={l.perTask} currency={l.currency} basis={basis} /> each
              {l.revenue !== null && <> · margin {percent(marginOf(l.revenue, l.amount))}</>}
            </span>
          </div>
        )}
      />
      {named > MOST_ROWS && (
        <p className="pt-2 text-12 text-ink-3">
          The {MOST_ROWS} dearest of {count(named)}.
        </p>
      )}
    </Panel>
  );
}
