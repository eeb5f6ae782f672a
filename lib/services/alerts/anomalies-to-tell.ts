import { type Expected, optionsFor } from '../../core/anomalies/expected';
import { findAnomalies } from '../../core/anomalies/find-anomalies';
import type { Anomaly, AnomalyOptions } from '../../core/anomalies/types';
import type { BudgetCube, DaySeries } from '../../core/budgets/cube';
import { type CostFilter, NONE } from '../../core/costs/cost-query';
import type { CostDimension, CostMeasure } from '../../core/costs/dimensions';
import type { DayValue } from '../../core/forecast/types';
import { addDays, type Day, daysBetween, earlier } from '../../core/time/days';
import { eachInTurn } from '../give-way';

/** A part that explains so much of it is what it is called by. */
export const MAIN_SHARE = 0.7;

/** One currency of one provider, up to the last of its days that has charges: another provider's newer bill says nothing of this one. */
export interface ProviderView {
  cube: BudgetCube;
  currency: string;
  measure: CostMeasure;
  end: Day;
  /** What somebody said was to be expected. */
  expected: readonly Expected[];
  /** From where on a day stands out, and of which part of the costs the cube is. */
  limits: AnomalyLimits;
}
export interface AnomalyLimits extends Pick<AnomalyOptions, 'minImpact' | 'minShare' | 'threshold'> {
  scope?: readonly CostFilter[];
}
export interface FoundAnomaly {
  view: ProviderView;
  filters: CostFilter[];
  anomaly: Anomaly;
}

const levels: readonly CostDimension[] = ['service', 'model'];

export const only = (dimension: CostDimension, value: string | null): CostFilter => ({
  dimension,
  values: [value ?? NONE],
  exclude: false,
});

/** Purchases, taxes and credits come by a calendar of their own. */
const usage: CostFilter = { dimension: 'charge', values: ['Usage', NONE], exclude: false };

/**
 * What stands out in one currency, by provider, service and model: each cost once, at the narrowest place that explains most of it. Several models
 * that moved together are told as their service, several services as their provider.
 */
export async function anomaliesToTell(
  cube: BudgetCube,
  currency: string,
  completeTo: Day,
  expected: readonly Expected[] = [],
  limits: AnomalyLimits = {},
): Promise<FoundAnomaly[]> {
  const found = await eachInTurn(cube.values('provider', [], currency), (provider) => {
    const filters = [only('provider', provider), usage];
    const measure = cube.series(filters, 'effective', currency).days.size ? 'effective' : 'billed';
    const last = [...cube.series(filters, measure, currency).days.keys()]
      .filter((d) => d < completeTo)
      .sort()
      .at(-1);
    if (last === undefined) return [];
    return toldAt({ cube, currency, measure, end: addDays(last, 1), expected, limits }, filters, levels);
  });
  return found.flat();
}

async function toldAt(view: ProviderView, filters: CostFilter[], [next, ...deeper]: readonly CostDimension[]): Promise<FoundAnomaly[]> {
  const values = next ? view.cube.values(next, filters, view.currency).filter((v) => v !== null) : [];
  let parts = (await eachInTurn(values, (v) => toldAt(view, next ? [...filters, only(next, v)] : filters, deeper))).flat();
  const own = anomaliesOf(view, filters).filter((a) => {
    const among = parts.filter((p) => p.anomaly.direction === a.direction && p.anomaly.from < a.to && a.from < p.anomaly.to);
    if (among.some((p) => impactWithin(p.anomaly, a) >= MAIN_SHARE * Math.abs(a.impact))) return false;
    parts = parts.filter((p) => !among.includes(p));
    return true;
  });
  return [...own.map((anomaly) => ({ view, filters, anomaly })), ...parts];
}

function anomaliesOf(view: ProviderView, filters: CostFilter[]): Anomaly[] {
  const { scope = [], ...limits } = view.limits;
  const whole = [...filters, ...scope, only('currency', view.currency)];
  return findAnomalies(dailyOf(view, filters), { to: view.end }, { ...limits, ...optionsFor(whole, view.expected) }).filter(
    (a) => a.direction === 'up' || !isUnfinished(a, view.end),
  );
}

/** The newest day of an export may not be whole yet, and a series that stops is a bill that is not there yet: a late source says so. */
const isUnfinished = (a: Anomaly, end: Day): boolean => a.to >= end && (a.actual === 0 || a.from >= addDays(end, -1));

function impactWithin(part: Anomaly, whole: Anomaly): number {
  const days = part.days.filter((d) => d.day >= whole.from && d.day < whole.to);
  return Math.abs(days.reduce((sum, d) => sum + d.actual - d.expected, 0));
}

/** Cost by day. A day without charges between the first one and the end is a real zero. */
export function dailyOf({ cube, currency, measure, end }: ProviderView, filters: readonly CostFilter[]): DayValue[] {
  const { days }: DaySeries = cube.series(filters, measure, currency);
  const first = [...days.keys()].reduce<Day | null>((a, b) => (a === null ? b : earlier(a, b)), null);
  if (first === null) return [];
  return Array.from({ length: Math.max(0, daysBetween(first, end)) }, (_, i) => {
    const day = addDays(first, i);
    return { day, value: Number(cube.decimal(days.get(day) ?? 0n)) };
  });
}
