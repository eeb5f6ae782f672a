import Link from 'next/link';
import { Name } from '@/components/figures/name';
import { Quantity } from '@/components/figures/quantity';
import { momentText } from '@/components/filters/period-words';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/panel';
import { type Column, Table } from '@/components/ui/table';
import { shareOf } from '@/lib/core/units/per-unit';
import { OUTLIERS_PER_PAGE } from '@/lib/core/units/task-query';
import type { Outliers, TaskOutlier, TasksHead } from '@/lib/services/tasks/get-tasks';
import { Cost, costHeader, count, noType } from './figures';
import { LinkChoice } from './link-choice';
import { type TaskView, taskHref } from './view';

/** Tasks that cost far more than their like, and those whose prompts grow call after call. */
export function OutliersTab({ head, outliers, view }: { head: TasksHead; outliers: Outliers; view: TaskView }) {
  const { basis, currency } = head;
  const { rows, count: all, dear, loops } = outliers;
  const link = (r: TaskOutlier) => (
    <Link href={`/tasks/runs/${r.taskKey}`} className="block max-w-64 truncate font-mono text-12 hover:underline" title={r.taskId}>
      <Name>{r.taskId}</Name>
    </Link>
  );
  const times = (r: TaskOutlier) => {
    const ratio = shareOf(r.amount, r.median, 1);
    return ratio === null ? '–' : `${Number(ratio).toFixed(1)}×`;
  };
  const what = (r: TaskOutlier) => (
    <span className="flex gap-1.5">
      {r.isDear && <Badge tone="warn">dear</Badge>}
      {r.isLoop && <Badge tone="over">growing {r.growingCalls}×</Badge>}
    </span>
  );
  const columns: Column<TaskOutlier>[] = [
    { key: 'id', header: 'Task', className: 'min-w-40', cell: link },
    { key: 'type', header: 'Task type', className: 'min-w-32', cell: (r) => (r.taskType === null ? noType : <Name>{r.taskType}</Name>) },
    { key: 'what', header: 'What stands out', cell: what },
    {
      key: 'cost',
      header: costHeader('Cost', currency ?? '', basis),
      numeric: true,
      cell: (r) => <Cost amount={r.amount} currency={currency} basis={basis} hideCurrency />,
    },
    { key: 'times', header: '× median', numeric: true, cell: times },
    { key: 'calls', header: 'Calls', numeric: true, cell: (r) => count(r.requests) },
    { key: 'tokens', header: 'Tokens', numeric: true, cell: (r) => <Quantity amount={r.tokens} form="compact" /> },
    { key: 'prompt', header: 'Largest prompt', numeric: true, cell: (r) => <Quantity amount={r.largestPrompt} form="compact" /> },
    {
      key: 'model',
      header: 'Main model',
      className: 'max-w-36 text-ink-2',
      cell: (r) => (
        <span className="block truncate" title={r.model ?? undefined}>
          {r.model ?? '–'}
        </span>
      ),
    },
    {
      key: 'who',
      header: 'Customer',
      className: 'whitespace-nowrap text-ink-2',
      cell: (r) => (r.customer === null ? '–' : <Name>{r.customer}</Name>),
    },
    { key: 'end', header: 'Ended', cell: (r) => (r.succeeded === null ? 'not said' : r.succeeded ? 'success' : 'failure') },
    { key: 'at', header: 'Began', className: 'whitespace-nowrap text-ink-2 tabular-nums', cell: (r) => momentText(r.startedAt) },
  ];
  const choice = (show: TaskView['show'], label: string) => ({
    key: show,
    label,
    href: taskHref({ ...view, show, page: 1 }),
    active: show === view.show,
  });
  const pages = Math.max(1, Math.ceil(all / OUTLIERS_PER_PAGE));
  return (
    <Panel
      title="Outliers and loops"
      note="Dearer than 99 in 100 tasks of the same type, or with a prompt that grew at least nine times from call to call."
      actions={
        <LinkChoice
          label="Show"
          options={[choice('all', 'All'), choice('dear', `Dear, ${count(dear)}`), choice('loops', `Loops, ${count(loops)}`)]}
        />
      }
    >
      <Table
        caption="Outliers"
        columns={columns}
        rows={rows}
        rowKey={(r) => r.taskKey}
        empty={view.show === 'loops' ? 'No prompt grows again and again.' : 'No task stands out.'}
        narrow={(r) => (
          <div className="grid gap-1">
            <span className="flex items-baseline justify-between gap-3">
              {link(r)}
              <Cost amount={r.amount} currency={currency} basis={basis} />
            </span>
            <span className="text-12 text-ink-2">
              {r.taskType ?? noType} · {times(r)} the median · {count(r.requests)} calls
            </span>
            {what(r)}
          </div>
        )}
      />
      {pages > 1 && (
        <nav aria-label="Pages of outliers" className="flex items-center gap-4 pt-3 text-13 text-ink-2">
          {view.page > 1 && (
            <Link href={taskHref({ ...view, page: view.page - 1 })} className="text-accent underline underline-offset-3">
              Before
            </Link>
          )}
          <span>
            {count((view.page - 1) * OUTLIERS_PER_PAGE + 1)}–{count(Math.min(all, view.page * OUTLIERS_PER_PAGE))} of {count(all)}
          </span>
          {view.page < pages && (
            <Link href={taskHref({ ...view, page: view.page + 1 })} className="text-accent underline underline-offset-3">
              Next
            </Link>
          )}
        </nav>
      )}
    </Panel>
  );
}
