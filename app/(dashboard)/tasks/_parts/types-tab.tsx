import Link from 'next/link';
import { daysBetween } from '@/components/charts/prepare/days';
import { Panel } from '@/components/ui/panel';
import { changeOf } from '@/lib/core/money/change';
import { perSuccess, perUnit } from '@/lib/core/units/per-unit';
import { isTaskUnit, NO_TYPE, type TaskUnit, taskUnits } from '@/lib/core/units/task-query';
import type { Rise } from '@/lib/services/tasks/explain-rise';
import type { TaskDay, TasksHead, TaskTypes } from '@/lib/services/tasks/get-tasks';
import { DistributionChart } from './distribution-chart';
import { noType, unitFigure } from './figures';
import { RisePanel } from './rise-panel';
import { TypeTable } from './type-table';
import { UnitCostChart } from './unit-cost-chart';
import { type UnitDay, unitDayText } from './unit-day';
import { type TaskView, taskHref } from './view';

interface TypesTabProps {
  head: TasksHead;
  data: TaskTypes;
  rise: Rise | null;
  view: TaskView;
  mayWrite: boolean;
}

const unitsOf: Record<TaskUnit, (d: TaskDay) => number> = {
  task: (d) => d.tasks,
  success: (d) => d.succeeded,
  request: (d) => d.requests,
  customer: (d) => d.customers,
  feature: (d) => d.features,
};
const plural: Record<TaskUnit, string> = {
  task: 'Tasks',
  success: 'Successful tasks',
  request: 'Calls',
  customer: 'Customers',
  feature: 'Features',
};

/** What tasks cost over time, how much they differ, and by type; for one type why it moved. */
export function TypesTab({ head, data, rise, view, mayWrite }: TypesTabProps) {
  const { currency, period } = head;
  const name = view.task === null ? null : view.task === NO_TYPE ? noType : view.task;
  const days = daysBetween(period.from, period.to);
  return (
    <>
      {name !== null && (
        <p className="pb-4 text-13 text-ink-2">
          Only <strong className="font-strong text-ink">{name}</strong>.{' '}
          <Link href={taskHref({ ...view, task: null })} scroll={false} className="text-accent underline underline-offset-3">
            Show all types
          </Link>
        </p>
      )}
      {currency !== null && (
        <>
          <OverTime head={head} data={data} view={view} currency={currency} />
          {rise && <RisePanel rise={rise} name={name ?? ''} currency={currency} />}
          {name !== null && !rise && (
            <Panel title={`Why did it move? ${name}`}>
              <p className="text-13 text-ink-2">
                There was no such task with a known cost in the period before, so there is nothing to compare with.
              </p>
            </Panel>
          )}
        </>
      )}
      <Panel
        title="Task types"
        note={
          head.basis === 'list'
            ? 'Estimated at list prices. Failures and retries are in the cost of a task; the cost of a success carries them all. Tokens and calls are those of a task.'
            : 'What the bills say. Failures and retries are in the cost of a task; the cost of a success carries them all. Tokens and calls are those of a task.'
        }
      >
        <TypeTable head={head} data={data} view={view} days={days} mayWrite={mayWrite} />
      </Panel>
      {currency !== null && <DistributionChart distribution={data.distribution} currency={currency} />}
    </>
  );
}

function OverTime({ head, data, view, currency }: Pick<TypesTabProps, 'head' | 'data' | 'view'> & { currency: string }) {
  const { period } = head;
  const { metric } = data;
  if (!isTaskUnit(view.unit)) {
    const word = view.unit.replaceAll('_', ' ');
    const days: UnitDay[] = (metric?.days ?? []).map((d) => ({ day: d.day, unit: d.perUnit, cost: d.cost, volume: d.value }));
    return (
      <UnitCostChart
        {...period}
        currency={currency}
        unit={word}
        units={word}
        days={days}
        summary={
          metric
            ? `${metric.perUnit === null ? '–' : `${unitFigure(metric.perUnit, currency)} ${currency}`} each over the days of which the metric is known: the cost of ${metric.of}.`
            : `No value of "${word}" is known in this period.`
        }
        target={null}
      />
    );
  }
  const { unit } = view;
  const per = (d: TaskDay): string | null => (unit === 'success' ? perSuccess(d.amount, d) : perUnit(d.amount, unitsOf[unit](d)));
  const days: UnitDay[] = data.days.map((d) => ({
    ...{ day: d.day, unit: per(d), cost: d.amount, volume: String(unitsOf[unit](d)) },
    isAtLeast: d.unknown > 0 && d.amount !== null,
  }));
  const target = unit === 'task' ? (data.targets.find((t) => t.taskType === view.task && t.currency === currency)?.amount ?? null) : null;
  return (
    <UnitCostChart
      {...period}
      currency={currency}
      unit={taskUnits[unit]}
      units={plural[unit]}
      days={days}
      summary={summaryOf(days, taskUnits[unit], currency, head)}
      target={target}
      {...((unit === 'customer' || unit === 'feature') && {
        note: `Bars: different ${plural[unit].toLowerCase()} of a day, on a scale of their own. A day without is a gap.`,
      })}
    />
  );
}

function summaryOf(days: readonly UnitDay[], unit: string, currency: string, head: TasksHead): string {
  const known = days.filter((d) => d.unit !== null);
  const [first, last] = [known[0], known.at(-1)];
  const est = head.basis === 'list' ? ', estimated at list prices' : '';
  if (!first?.unit || !last?.unit) return `No cost per ${unit} is known in this period.`;
  const change = changeOf(last.unit, first.unit);
  const moved = change.kind === 'change' && change.percent !== null ? `, ${change.percent} since the first day` : '';
  return `${unitDayText(last, currency)} per ${unit} on the last day${moved}${est}.`;
}
