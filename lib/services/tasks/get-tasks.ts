import { type Actor, requirePermission } from '../../core/access/actor';
import { PeriodAsk } from '../../core/costs/cost-query';
import { comparisonOf, type Range } from '../../core/time/period';
import { type Basis, isTaskUnit, NO_TYPE, type TaskGroup, type TaskQuery } from '../../core/units/task-query';
import { dirtyDays } from '../../db/loading/usage-sums';
import { type TaskDistribution, taskDistribution } from '../../db/queries/task-distribution';
import { type TaskOutlier, taskOutliers } from '../../db/queries/task-outliers';
import type { TaskSlice } from '../../db/queries/task-rows';
import { tasksByGroup } from '../../db/queries/tasks-by-group';
import { type TaskDay, type TaskTypeDay, tasksOverTime, taskTypesOverTime } from '../../db/queries/tasks-over-time';
import { type UsageCoverage, type UsageSummary, usageCoverage, usageSummary } from '../../db/queries/usage-coverage';
import { usageNames } from '../../db/queries/usage-names';
import { listMetrics, type MetricSummary, metricByLabel } from '../../db/records/metrics';
import { listUnitTargets, type UnitTarget } from '../../db/records/unit-targets';
import { periodOf } from '../costs/period-of';
import { getMetricCosts, type MetricCosts } from '../metrics/unit-costs';
import { type TaskLine, taskLine } from './task-line';

export type { MetricCosts, MetricSummary, TaskDay, TaskDistribution, TaskLine, TaskOutlier, TaskTypeDay, UnitTarget, UsageCoverage };

/** What every tab of Tasks stands on: the days, the currency, the basis, and how much of the bills is known by task. */
export interface TasksHead {
  period: Range;
  before: Range;
  basis: Basis;
  /** The invoice was asked for and no bill says anything of these tasks. */
  fellBack: boolean;
  currencies: string[];
  /** Null where no task has a price. */
  currency: string | null;
  summary: UsageSummary & { everFirst: string | null; everLast: string | null };
  coverage: UsageCoverage | null;
  /** All tasks, or those of the type asked for; null where there are none. */
  total: TaskLine | null;
  /** The same of the period before, as far as it had any. */
  totalBefore: TaskLine | null;
  slice: TaskSlice;
  /** Days that wait for being summed again: rules, prices or events of theirs have changed. */
  waitingDays: number;
  /** That events of these days name. */
  teams: string[];
}

/** Needs `events:read`. `today` is a day, UTC. */
export async function getTasksHead(actor: Actor, query: TaskQuery, today: string): Promise<TasksHead> {
  requirePermission(actor, 'events:read');
  const organization = actor.organizationId;
  const { period: name, from, to } = query;
  const period = await periodOf(organization, PeriodAsk.parse({ period: name, from, to }), today);
  const before = comparisonOf(period);
  const slice = (range: Range, basis: Basis): TaskSlice => ({
    ...range,
    basis,
    ...(query.task !== null && { taskType: nameIn(query.task) }),
    ...(query.team !== null && { team: nameIn(query.team) }),
  });
  const [summary, coverages, asked, waiting, names] = await Promise.all([
    usageSummary(organization, period),
    usageCoverage(organization, period),
    tasksByGroup(organization, slice(period, query.basis), null),
    dirtyDays(organization),
    usageNames(organization, period),
  ]);
  const fellBack = query.basis === 'invoice' && asked.length > 0 && asked.every((r) => r.invoiceCost === null);
  const basis = fellBack ? 'list' : query.basis;
  const rows = fellBack ? await tasksByGroup(organization, slice(period, basis), null) : asked;
  const currencies = [...rows].sort((a, b) => b.tasks - a.tasks).flatMap((r) => (r.currency === null ? [] : [r.currency]));
  const currency = currencies.find((c) => c === query.ccy) ?? currencies[0] ?? null;
  const previous = await tasksByGroup(organization, slice(before, basis), null);
  const own = rows.find((r) => r.currency === currency);
  const was = previous.find((r) => r.currency === currency && currency !== null);
  return {
    period,
    before,
    basis,
    fellBack,
    currencies,
    currency,
    summary,
    coverage: coverages.find((c) => c.currency === currency) ?? (currency === null ? (coverages[0] ?? null) : null),
    total: own ? taskLine(own, basis) : null,
    totalBefore: was ? taskLine(was, basis) : null,
    slice: slice(period, basis),
    waitingDays: waiting.length,
    teams: names.teams,
  };
}

/** `(none)` in an address are the tasks without a type, or without a team. */
const nameIn = (word: string): string | null => (word === NO_TYPE ? null : word);

export interface TaskTypes {
  types: TaskLine[];
  /** By type, for the trend of each. */
  typeDays: TaskTypeDay[];
  days: TaskDay[];
  distribution: TaskDistribution;
  targets: UnitTarget[];
  metrics: MetricSummary[];
  /** Where the unit is an imported metric. */
  metric: MetricCosts | null;
}

/** What the first tab shows below the tiles. Needs `events:read`. */
export async function getTaskTypes(actor: Actor, head: TasksHead, unit: string): Promise<TaskTypes> {
  requirePermission(actor, 'events:read');
  const organization = actor.organizationId;
  const { slice, currency } = head;
  const { taskType: _, ...all } = slice;
  const [rows, typeDays, days, distribution, targets, metrics, metric] = await Promise.all([
    tasksByGroup(organization, all, 'task_type'),
    taskTypesOverTime(organization, all, currency),
    tasksOverTime(organization, slice, currency),
    taskDistribution(organization, slice, currency),
    listUnitTargets(organization),
    listMetrics(organization),
    isTaskUnit(unit) || currency === null ? null : getMetricCosts(actor, unit, slice, currency),
  ]);
  const types = rows.filter((r) => r.currency === currency || r.currency === null).map((r) => taskLine(r, head.basis));
  return { types, typeDays, days, distribution, targets, metrics, metric };
}

/** Metrics by these names are what customers paid. */
const REVENUE = 'revenue';

export interface TaskGroups {
  lines: (TaskLine & { revenue: string | null })[];
  hasRevenue: boolean;
}

/** Tasks by customer, feature, team, agent …, with what customers paid where it was told. One currency. Needs `events:read`. */
export async function getTaskGroups(actor: Actor, head: TasksHead, groupBy: TaskGroup): Promise<TaskGroups> {
  requirePermission(actor, 'events:read');
  const [rows, revenue] = await Promise.all([
    tasksByGroup(actor.organizationId, head.slice, groupBy),
    groupBy === 'customer' ? metricByLabel(actor.organizationId, REVENUE, 'customer', head.period) : [],
  ]);
  const paid = new Map(revenue.flatMap((r) => (r.currency === head.currency ? [[r.label, r.value] as const] : [])));
  const lines = rows
    .filter((r) => r.currency === head.currency || r.currency === null)
    .map((r) => ({ ...taskLine(r, head.basis), revenue: r.group === null ? null : (paid.get(r.group) ?? null) }));
  return { lines, hasRevenue: paid.size > 0 };
}

/** Tasks that cost far more than their like, or go round in circles. Needs `events:read`. */
export async function getOutliers(actor: Actor, head: TasksHead, { show, page }: Pick<TaskQuery, 'show' | 'page'>) {
  requirePermission(actor, 'events:read');
  return taskOutliers(actor.organizationId, head.slice, { currency: head.currency, show, page });
}
export type Outliers = Awaited<ReturnType<typeof getOutliers>>;
