import type { Converted } from '../fx/conversion';
import type { Range } from '../time/period';
import type { ChangeStep } from '../units/explain-change';
import type { ExploreMeasure } from './measures';

/** Measures whose change has causes: what charges cost. */
export const explainedMeasures = ['effective', 'billed', 'list', 'contracted'] as const;
export type ExplainedMeasure = (typeof explainedMeasures)[number];

/** Other measures are explained by the effective cost behind them. */
export const explainedMeasure = (measure: ExploreMeasure): ExplainedMeasure => explainedMeasures.find((m) => m === measure) ?? 'effective';

interface ChangeSection {
  currency: string;
  before: string;
  after: string;
  steps: ChangeStep[];
  /** Of the period, and how many of them have no such price and are in no figure. */
  charges: number;
  unpriced: number;
}

/** Why costs moved between a period and what it is compared with. */
export interface CostChange {
  period: Range;
  /** Null where there is nothing to compare with; then there are no sections. */
  comparison: Range | null;
  firstDay: string | null;
  measure: ExplainedMeasure;
  /** One for each currency, largest first: before + Σ steps = after, exactly, and these are the totals of the same view. */
  sections: ChangeSection[];
  conversion: Converted | null;
}
