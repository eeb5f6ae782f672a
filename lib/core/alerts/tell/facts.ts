import Big from 'big.js';
import type { BudgetCube } from '../../budgets/cube';
import { type CostFilter, NONE, parseFilters, writeFilter } from '../../costs/cost-query';
import type { CostDimension } from '../../costs/dimensions';
import type { Day } from '../../time/days';
import type { AlertRule, ruleMeasures } from '../rules';
import type { AlertDraft } from '../types';

/** What rules are judged by: the ledger by day, and when it came. */
export interface RuleFacts {
  cube: BudgetCube;
  /** Nothing that happened before is asked for; the cube reaches further back, to know what was usual. */
  from: Day;
  /** The day after the last one that is over and has bills. */
  completeTo: Day;
  today: Day;
  /** The first day of each value, by the column of its dimension, as far as the ledger reaches back. */
  firstSeen: readonly { dimension: string; value: string; first: Day }[];
  sources: readonly SourceHistory[];
}

/** When each load of a source came, and the day after the last one it reaches. */
export interface SourceHistory {
  id: number;
  name: string;
  provider: string;
  loads: readonly { at: Day; completeTo: Day }[];
}

/** Something that a rule tells, with the day on which it does. */
export interface Told {
  /** What happened, whichever rule tells it. */
  event: string;
  day: Day;
  /** The last day as of which it is still news: an old bill that is loaded first tells nothing. */
  until: Day;
  draft: Omit<AlertDraft, 'key' | 'ruleId'>;
}

export const only = (dimension: CostDimension, value: string | null): CostFilter => ({
  dimension,
  values: [value ?? NONE],
  exclude: false,
});

/** The currencies that a rule judges, each by itself. */
export const currenciesOf = (rule: AlertRule, cube: BudgetCube): string[] => (rule.currency === null ? cube.currencies() : [rule.currency]);

/** Marks an event as that of a part of the costs only. */
export const scopeKey = (rule: AlertRule): string => (rule.filter.length ? ` in ${[...rule.filter].sort().join(' ')}` : '');

/** Says by which rule, where the sentence does not. */
export const ruleFact = (rule: AlertRule): AlertDraft['facts'] => (rule.filter.length ? [{ label: 'Rule', value: rule.name }] : []);

/** The address of the costs that a rule judged. */
export function costsLink(
  range: { from: Day; to: Day },
  filters: readonly CostFilter[],
  more: Readonly<Record<string, string | undefined>> = {},
): string {
  const query = new URLSearchParams([
    ['from', range.from],
    ['to', range.to],
  ]);
  for (const [key, value] of Object.entries(more)) if (value !== undefined) query.append(key, value);
  for (const f of filters) query.append('f', writeFilter(f));
  return `/costs?${query}`;
}

export const scopeOf = (rule: AlertRule): CostFilter[] => parseFilters(rule.filter);

/**
 * Cost by day in one currency, in units of the cube: what is asked for, or, where a provider's bills have no effective cost, what they billed.
 */
export function spendByDay(
  cube: BudgetCube,
  filters: readonly CostFilter[],
  currency: string,
  measure: (typeof ruleMeasures)[number] = 'effective',
): ReadonlyMap<Day, bigint> {
  if (measure === 'billed') return cube.series(filters, 'billed', currency).days;
  const sum = new Map<Day, bigint>();
  for (const provider of cube.values('provider', filters, currency)) {
    const own = [...filters, only('provider', provider)];
    const effective = cube.series(own, 'effective', currency).days;
    for (const [day, units] of effective.size ? effective : cube.series(own, 'billed', currency).days)
      sum.set(day, (sum.get(day) ?? 0n) + units);
  }
  return sum;
}

/** What the days of `[from, to)` come to. */
export function between(days: ReadonlyMap<Day, bigint>, from: Day, to: Day): bigint {
  let sum = 0n;
  for (const [day, units] of days) if (day >= from && day < to) sum += units;
  return sum;
}

/** Whether it is more than an amount, and at least so many percent of the whole. */
export const isAbove = (value: Big, amount: string, percent: string, whole: () => Big): boolean =>
  value.gt(amount) && (Number(percent) === 0 || value.gte(whole().times(percent).div(100)));

export const bigOf = (cube: BudgetCube, units: bigint): Big => new Big(cube.decimal(units));
