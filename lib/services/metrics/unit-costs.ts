import Big from 'big.js';
import { type Actor, requirePermission } from '../../core/access/actor';
import { perUnit } from '../../core/units/per-unit';
import { isTaskGroup } from '../../core/units/task-query';
import type { TaskSlice } from '../../db/queries/task-rows';
import { aiCostByDay, type TaskScope, taskCostByDay } from '../../db/queries/task-scope-costs';
import { type MetricDay, metricDays } from '../../db/records/metrics';

export interface MetricCosts {
  metric: string;
  /** Whose cost it is, in words. */
  of: string;
  /** Over the days of which the metric is known: a ratio of two sums. */
  perUnit: string | null;
  cost: string;
  value: string;
  days: { day: string; value: string; cost: string; perUnit: string | null }[];
}

/** More different labels than this are no scope of a metric. */
const MOST_SCOPES = 200;

/**
 * What one of an imported metric cost, by day and in all, in one currency. A metric whose labels name a team, customer, feature … is set against
 * the tasks that name the same; one without against the tasks asked for, or against all AI spend of the bills. Null on days with a value of 0;
 * days without a value are left out. Needs `events:read`.
 */
export async function getMetricCosts(actor: Actor, name: string, slice: TaskSlice, currency: string): Promise<MetricCosts | null> {
  requirePermission(actor, 'events:read');
  const values = await metricDays(actor.organizationId, name, slice);
  if (values.length === 0) return null;
  const scopes = scopesOf(values);
  const isWhole = scopes.length === 0 && slice.taskType === undefined && slice.team === undefined;
  const costs = isWhole
    ? await aiCostByDay(actor.organizationId, slice, currency)
    : await taskCostByDay(actor.organizationId, slice, currency, scopes);
  const costOf = new Map(costs.map((c) => [c.day, c.amount]));
  const totalOf = new Map<string, Big>();
  for (const v of values) totalOf.set(v.day, (totalOf.get(v.day) ?? new Big(0)).plus(v.value));
  const days = [...totalOf].map(([day, value]) => {
    const cost = costOf.get(day) ?? '0';
    return { day, value: value.toFixed(), cost, perUnit: perUnit(cost, value.toFixed()) };
  });
  const sum = (pick: (d: (typeof days)[number]) => string) => days.reduce((s, d) => s.plus(pick(d)), new Big(0)).toFixed();
  const [cost, value] = [sum((d) => d.cost), sum((d) => d.value)];
  const keys = Object.keys(scopes[0] ?? {}).map((k) => k.replace('_', ' '));
  return {
    metric: name,
    of: isWhole ? 'all AI spend of the bills' : keys.length ? `tasks of the same ${keys.join(' and ')}` : 'the tasks shown',
    perUnit: perUnit(cost, value),
    cost,
    value,
    days,
  };
}

/** The labels that tasks have as well, where every value has them. */
function scopesOf(values: readonly MetricDay[]): TaskScope[] {
  const shared = Object.keys(values[0]?.labels ?? {}).filter((k) => isTaskGroup(k) && values.every((v) => v.labels[k] !== undefined));
  if (shared.length === 0) return [];
  const found = new Map(
    values.map((v) => {
      const scope = Object.fromEntries(shared.map((k) => [k, v.labels[k]])) as TaskScope;
      return [JSON.stringify(scope), scope] as const;
    }),
  );
  return found.size > MOST_SCOPES ? [] : [...found.values()];
}
