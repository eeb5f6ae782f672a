import { type Actor, requirePermission } from '../../core/access/actor';
import { perSuccess, perUnit, successRate } from '../../core/units/per-unit';
import { ENOUGH_TASKS, type Runs, retryRate, sumRuns } from '../../core/units/quality';
import { type CallLatency, latencyByDay, latencyByModel, type ModelRuns, runsByDay, runsByModel } from '../../db/queries/task-quality';
import type { TaskSlice } from '../../db/queries/task-rows';

/** How tasks went, beside what they cost. A ratio without a base is null. */
export interface Quality extends Runs {
  perTask: string | null;
  perSuccess: string | null;
  successRate: string | null;
  retryRate: string | null;
  /** 95 in 100 of their calls took at most so long; null where no call says. */
  p95Ms: number | null;
}
export interface ModelQuality extends Quality {
  model: string | null;
  currency: string | null;
  amount: string | null;
  /** Below thirty tasks a rate says nothing. */
  isEnough: boolean;
}
export interface TypeQuality extends Omit<Quality, 'perTask' | 'perSuccess'> {
  taskType: string | null;
  models: ModelQuality[];
}
export interface QualityDay extends Quality {
  day: string;
}

/** Each task type, and in it each model, over all currencies: money only where it is of one. Needs `events:read`. */
export async function getTaskQuality(actor: Actor, slice: TaskSlice): Promise<TypeQuality[]> {
  requirePermission(actor, 'events:read');
  const [runs, latencies] = await Promise.all([runsByModel(actor.organizationId, slice), latencyByModel(actor.organizationId, slice)]);
  const latencyOf = (wanted: Pick<CallLatency, 'taskType' | 'model' | 'isAll'>) =>
    latencies.find((l) => l.taskType === wanted.taskType && l.isAll === wanted.isAll && (l.isAll || l.model === wanted.model))?.p95Ms ??
    null;
  return [...new Set(runs.map((r) => r.taskType))].map((taskType) => {
    const own = runs.filter((r) => r.taskType === taskType);
    const all = sumRuns(own);
    return {
      ...{ taskType, ...all, successRate: successRate(all), retryRate: retryRate(all) },
      p95Ms: latencyOf({ taskType, model: null, isAll: true }),
      models: own.map((r) => modelQuality(r, latencyOf({ taskType, model: r.model, isAll: false }))).sort((a, b) => b.tasks - a.tasks),
    };
  });
}

const modelQuality = (r: ModelRuns, p95Ms: number | null): ModelQuality => ({
  ...r,
  perTask: perUnit(r.amount, r.tasks),
  perSuccess: perSuccess(r.amount, r),
  successRate: successRate(r),
  retryRate: retryRate(r),
  p95Ms,
  isEnough: r.tasks >= ENOUGH_TASKS,
});

/** The days of what is asked, in one currency. Needs `events:read`. */
export async function getQualityDays(actor: Actor, slice: TaskSlice, currency: string | null): Promise<QualityDay[]> {
  requirePermission(actor, 'events:read');
  const [runs, latencies] = await Promise.all([
    runsByDay(actor.organizationId, slice, currency),
    latencyByDay(actor.organizationId, slice),
  ]);
  const p95Of = new Map(latencies.map((l) => [l.day, l.p95Ms]));
  return runs.map(({ amount, ...r }) => ({
    ...r,
    perTask: perUnit(amount, r.tasks),
    perSuccess: perSuccess(amount, r),
    successRate: successRate(r),
    retryRate: retryRate(r),
    p95Ms: p95Of.get(r.day) ?? null,
  }));
}
