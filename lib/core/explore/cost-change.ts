import { NONE } from '../costs/cost-query';
import type { Converted } from '../fx/conversion';
import type { Range } from '../time/period';
import type { ChangePart, ChangeStep, ChangeTerm } from '../units/explain-change';
import type { ExploreFilter } from './filters';
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
  /** Currencies that have a rate in some of the months only: they stand in two sections, and what goes from one to the other looks gone and new. */
  halfTold: string[];
  conversion: Converted | null;
}

/** FOCUS ChargeCategory of causes that are one; all others but corrections are about usage. */
const categoryOf: Partial<Record<ChangeTerm, string>> = { purchases: 'Purchase', credits: 'Credit', tax: 'Tax' };
const noUsage = ['Purchase', 'Credit', 'Tax', 'Adjustment'];

/** The charges behind a part of a cause, and no others. Of a cause that is a whole cost they come to the part's amount. */
export function partFilters(term: ChangeTerm, { of }: ChangePart): ExploreFilter[] {
  const named = of.map(({ dimension, value }): ExploreFilter => ({ dimension, values: [value ?? NONE], exclude: false }));
  if (term === 'currency' || term === 'corrections') return named;
  const category = categoryOf[term];
  return [
    ...named,
    category ? { dimension: 'charge', values: [category], exclude: false } : { dimension: 'charge', values: noUsage, exclude: true },
    { dimension: 'charge-class', values: ['Correction'], exclude: true },
    // what has no tokens is a part by its service and meter
    ...(of[0]?.dimension === 'model' ? [{ dimension: 'token-type', values: [NONE], exclude: true }] : []),
  ];
}
