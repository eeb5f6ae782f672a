import type { CostDimension } from '../costs/dimensions';
import type { Day } from '../time/days';

export const budgetMeasures = ['billed', 'effective', 'tokens'] as const;
export type BudgetMeasure = (typeof budgetMeasures)[number];

export const budgetPeriods = ['day', 'week', 'month', 'quarter', 'year', 'rolling', 'custom'] as const;
export type BudgetPeriod = (typeof budgetPeriods)[number];

/** A span of a calendar that is no month: a term of a school, a release. Both days inclusive. */
export interface CustomPeriod {
  name: string;
  from: Day;
  to: Day;
}

/** When spending begins anew. `fiscalStart` is the month (1 to 12) in which quarters and years begin. */
export interface WindowRule {
  period: BudgetPeriod;
  /** Length of a rolling window. */
  days: number | null;
  fiscalStart: number;
  periods: CustomPeriod[];
  /** The zone whose calendar says which day today is. The ledger's days are UTC. */
  zone: string;
}

/** What may be spent in a window. */
export type BudgetAmount =
  | { kind: 'fixed'; amount: string }
  /** Each amount from its day on. */
  | { kind: 'dated'; amounts: { from: Day; amount: string }[] }
  /** Grows by a share with every window after the one that holds `since`. */
  | { kind: 'growing'; amount: string; growth: string; since: Day }
  /** What is left, or was spent too much, goes into the next window, from the one that holds `since`. */
  | { kind: 'carried'; amount: string; since: Day };

/** A line that is told about when it is crossed: a share of the limit in percent, or an amount. */
export interface Threshold {
  on: 'actual' | 'forecast';
  percent: string | null;
  amount: string | null;
}

export interface Budget {
  name: string;
  owner: string | null;
  /** The budget this one is a part of. */
  parent: string | null;
  /** As an address writes filters: `team:platform`. */
  filter: string[];
  measure: BudgetMeasure;
  /** Null for tokens. Only charges of this currency count. */
  currency: string | null;
  window: WindowRule;
  amount: BudgetAmount;
  /** One limit for each value of this dimension. */
  per: CostDimension | null;
  thresholds: Threshold[];
  notes: string | null;
}

/** A window of a budget, half-open. */
export interface BudgetWindow {
  from: Day;
  to: Day;
  name: string;
}
