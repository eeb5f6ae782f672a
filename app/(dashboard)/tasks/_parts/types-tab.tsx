import Link from 'next/link';
import { flagged } from '@/components/charts/prepare/chart-marks';
import { daysBetween } from '@/components/charts/prepare/days';
import { Name } from '@/components/figures/name';
import { buttonClass } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { changeOf } from '@/lib/core/money/change';
import { unitFigure } from '@/lib/core/money/unit-figure';
import type { CostFlag } from '@/lib/core/units/cost-flag';
import { perSuccess, perUnit } from '@/lib/core/units/per-unit';
import { isTaskUnit, NO_TYPE, type TaskUnit, taskUnits } from '@/lib/core/units/task-query';
import type { Rise } from '@/lib/services/tasks/explain-rise';
import type { QualityDay } from '@/lib/services/tasks/get-task-quality';
import type { TaskDay, TaskLine, TasksHead, TaskTypes } from '@/lib/services/tasks/get-tasks';
import { DistributionChart } from './distribution-chart';
import type { Extras } from './extras';
import { noType } from './figures';
import { QualityPanels } from './quality-panel';
import { RisePanel } from './rise-panel';
import { sortTypes } from './sort-types';
import { TypeTable } from './type-table';
import { UnitCostChart } from './unit-cost-chart';
import { type UnitDay, unitDayText } from './unit-day';
import { type TaskView, taskHref } from './view';

interface TypesTabProps {
  head: TasksHead;
  data: TaskTypes;
  rise: Rise | null;
  /** Prices and models that changed. */
  flags: readonly CostFlag[];
  view: TaskView;
  extras: Extras;
  /** Of the type that is looked at; null where all are. */
  qualityDays: Promise<readonly QualityDay[] | null> | null;
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
export async function TypesTab({ head, data, rise, flags, view, extras, qualityDays, mayWrite }: TypesTabProps) {
  const { currency, period } = head;
  const name = view.task === null ? null : view.task === NO_TYPE ? noType : view.task;
  const days = daysBetween(period.from, period.to);
  const types = await sorted(data.types, view, extras);
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
      {view.team !== null && (
        <p className="pb-4 text-13 text-ink-2">
          Only the tasks of{' '}
          {view.team === NO_TYPE ? (
            'no team'
          ) : (
            <>
              the team{' '}
              <strong className="font-strong text-ink">
                <Name>{view.team}</Name>
              </strong>
            </>
          )}
          ; the bar above is of all bills.{' '}
          <Link href={taskHref({ ...view, team: null })} scroll={false} className="text-accent underline underline-offset-3">
            Show all teams
          </Link>
        </p>
      )}
      {currency !== null && (
        <>
          <OverTime head={head} data={data} flags={flags} view={view} currency={currency} />
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
      {qualityDays && <QualityPanels head={head} extras={extras} days={qualityDays} name={name ?? ''} />}
      <Panel
        title="Task types"
        actions={<ExportLink head={head} view={view} />}
        note={
          head.basis === 'list'
            ? 'Estimated at list prices. Failures and retries are in the cost of a task; the cost of a success carries them all. Tokens and calls are those of a task.'
            : 'What the bills say. Failures and retries are in the cost of a task; the cost of a success carries them all. Tokens and calls are those of a task.'
        }
      >
        <TypeTable head={head} data={data} view={view} extras={extras} types={types} days={days} mayWrite={mayWrite} />
      </Panel>
      {currency !== null && <DistributionChart distribution={data.distribution} currency={currency} />}
    </>
  );
}

/** Only a sort by what comes later waits for it. */
async function sorted(types: readonly TaskLine[], { sort }: TaskView, extras: Extras): Promise<TaskLine[]> {
  const quality = sort?.by === 'retries' || sort?.by === 'latency' ? await extras.quality : null;
  const alternatives = sort?.by === 'saving' ? await extras.alternatives : null;
  return sortTypes(types, sort, (t) => ({
    quality: quality?.find((q) => q.taskType === t.group),
    alternative: alternatives?.find((a) => a.taskType === t.group),
  }));
}

function ExportLink({ head, view }: Pick<TypesTabProps, 'head' | 'view'>) {
  const { from, to } = head.period;
  const query = new URLSearchParams({ group_by: 'task_type', from, to, ...(view.team !== null && { team: view.team }) });
  return (
    <a
      href={`/api/v1/tasks/export?${query}`}
      download
      aria-label="Task types as CSV"
      title="Save as CSV"
      className={buttonClass('quiet', 'small')}
    >
      CSV
    </a>
  );
}

function OverTime({ head, data, flags, view, currency }: Pick<TypesTabProps, 'head' | 'data' | 'flags' | 'view'> & { currency: string }) {
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
      marks={flags.map(flagged)}
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
