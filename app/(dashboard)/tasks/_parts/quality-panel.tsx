import { Suspense } from 'react';
import { Name } from '@/components/figures/name';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/panel-states';
import { type Column, Table } from '@/components/ui/table';
import { bySize } from '@/lib/core/money/order';
import { ENOUGH_TASKS } from '@/lib/core/units/quality';
import type { ModelQuality, QualityDay } from '@/lib/services/tasks/get-task-quality';
import type { TasksHead } from '@/lib/services/tasks/get-tasks';
import type { Extras } from './extras';
import { Cost, costHeader, count, percent, seconds } from './figures';
import { QualityChart } from './quality-chart';

interface QualityPanelProps {
  head: TasksHead;
  extras: Extras;
  days: Promise<readonly QualityDay[] | null>;
  name: string;
}

/** What a task type costs beside how well it goes: by model, and day by day. Comes after the page. */
export const QualityPanels = (props: QualityPanelProps) => (
  <>
    <Panel
      title={`Quality beside cost: ${props.name}`}
      note="By the model that most of a task's tokens are of. A cheaper model that fails more costs more for each success."
    >
      <Suspense fallback={<Skeleton shape="rows" rows={4} />}>
        <Models {...props} />
      </Suspense>
    </Panel>
    <Suspense fallback={<Skeleton shape="chart" className="h-72" />}>
      <Days {...props} />
    </Suspense>
  </>
);

async function Models({ head, extras }: QualityPanelProps) {
  const { basis, slice } = head;
  const quality = await extras.quality;
  if (quality === null) return <p className="text-13 text-ink-2">This could not be reckoned. Load the page again.</p>;
  const models = quality.find((q) => q.taskType === (slice.taskType ?? null))?.models ?? [];
  const few = <span className="text-ink-3">too few to compare</span>;
  const best = cheapestSuccess(models);
  const currencies = new Set(models.map((m) => m.currency).filter((c) => c !== null));
  const columns: Column<ModelQuality>[] = [
    {
      key: 'model',
      header: 'Model',
      className: 'min-w-48',
      cell: (m) => (
        <span className="flex items-center gap-2">
          {m.model === null ? <span className="text-ink-2">No model named</span> : <Name>{m.model}</Name>}
          {m === best && <Badge tone="ok">least per success</Badge>}
        </span>
      ),
    },
    { key: 'tasks', header: 'Tasks', numeric: true, cell: (m) => count(m.tasks) },
    {
      key: 'per-success',
      header: costHeader('Per success', '', basis),
      numeric: true,
      cell: (m) =>
        m.isEnough ? <Cost amount={m.perSuccess} currency={m.currency} basis={basis} unknown={m.amount === null ? 1 : 0} isMarked /> : few,
    },
    { key: 'success', header: 'Success', numeric: true, cell: (m) => (m.isEnough ? percent(m.successRate, 1) : '–') },
    { key: 'retries', header: 'Retries', numeric: true, cell: (m) => (m.isEnough ? percent(m.retryRate, 1) : '–') },
    { key: 'latency', header: 'Latency p95', numeric: true, cell: (m) => (m.isEnough ? seconds(m.p95Ms) : '–') },
    {
      key: 'per',
      header: costHeader('Per task', '', basis),
      numeric: true,
      cell: (m) => <Cost amount={m.perTask} currency={m.currency} basis={basis} unknown={m.amount === null ? 1 : 0} isMarked />,
    },
    {
      key: 'cost',
      header: costHeader('Cost', '', basis),
      numeric: true,
      cell: (m) => <Cost amount={m.amount} currency={m.currency} basis={basis} unknown={m.amount === null ? 1 : 0} form="total" isMarked />,
    },
  ];
  return (
    <>
      <Table
        caption="Models of this task type"
        columns={columns}
        rows={models}
        rowKey={(m) => `${m.model ?? '\u0000'} ${m.currency ?? ''}`}
        empty="No task of this type in this period."
        narrow={(m) => (
          <div className="grid gap-1">
            <span className="flex items-baseline justify-between gap-3">
              <span className="min-w-0 truncate font-strong">{m.model === null ? 'No model named' : <Name>{m.model}</Name>}</span>
              {m.isEnough ? (
                <span className="whitespace-nowrap">
                  <Cost amount={m.perSuccess} currency={m.currency} basis={basis} unknown={m.amount === null ? 1 : 0} isMarked /> a success
                </span>
              ) : (
                few
              )}
            </span>
            <span className="text-12 text-ink-2">
              {count(m.tasks)} tasks
              {m.isEnough && ` · ${percent(m.successRate, 1)} succeed · ${percent(m.retryRate, 1)} retried · p95 ${seconds(m.p95Ms)}`}
            </span>
          </div>
        )}
      />
      <p className="pt-2 text-12 text-ink-3">
        Below {ENOUGH_TASKS} tasks a rate says nothing. Latency is that of the calls.
        {currencies.size > 1 && ' Bills come in several currencies: choose list prices to compare in one.'}
      </p>
    </>
  );
}

/** Only where there is something to compare it with, in the same currency. */
function cheapestSuccess(models: readonly ModelQuality[]): ModelQuality | null {
  const known = models.filter((m) => m.isEnough && m.perSuccess !== null);
  if (known.length < 2 || new Set(known.map((m) => m.currency)).size > 1) return null;
  return [...known].sort((a, b) => bySize(b.perSuccess ?? '0', a.perSuccess ?? '0'))[0] ?? null;
}

async function Days({ head, days, name }: QualityPanelProps) {
  const known = await days;
  if (known === null || known.length === 0 || head.currency === null) return null;
  return <QualityChart {...head.period} days={known} currency={head.currency} name={name} isList={head.basis === 'list'} />;
}
