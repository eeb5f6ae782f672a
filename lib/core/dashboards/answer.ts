import type { BudgetState } from '../budgets/state';
import type { CostForecast } from '../explore/cost-forecast';
import type { DrawnGroup, ExploreGroup, ExplorePoint, ExploreTotal, Unpriced } from '../explore/question';
import type { Converted } from '../fx/conversion';
import type { Bin } from '../time/bins';
import type { Day } from '../time/days';
import type { Range } from '../time/period';

/** The figures of a view as Costs has them; only groups that are drawn are listed. */
export interface ViewFigures {
  period: Range;
  comparison: Range | null;
  firstDay: string | null;
  completeTo?: Day;
  bin: Bin;
  by: string[];
  /** What each of them is called here. */
  titles: string[];
  groups: ExploreGroup[];
  totals: ExploreTotal[];
  /** What is in no total, of the measures that are about prices. */
  unpriced: Unpriced[];
  drawn: DrawnGroup[];
  series: ExplorePoint[];
  /** What the figures are told in; null where each currency stands as it was billed. */
  conversion: Converted | null;
}

/** What a panel shows, each kind with the page it comes from and how fresh it is. Amounts are exact decimals as text. */
export type PanelAnswer =
  | {
      kind: 'view';
      name: string;
      href: string;
      address: string;
      as: 'chart' | 'figure';
      completeTo: Day | null;
      figures: ViewFigures;
      /** What the rest of the period is expected to cost; null where the view does not ask for it. */
      forecast: CostForecast | null;
    }
  | { kind: 'budget'; name: string; href: string; completeTo: Day | null; lines: BudgetPanelLine[]; more: number }
  | { kind: 'agreement'; name: string; href: string; asOf: Day; bar: AgreementPanelBar }
  | { kind: 'unit'; name: string; href: string; completeTo: Day | null; period: Range; unit: UnitPanelFigures }
  | { kind: 'text'; text: string }
  | MissingPanel;

/** It cannot be shown, and why. */
export interface MissingPanel {
  kind: 'missing';
  name: string;
  reason: string;
  /** In a moment it can. */
  isPreparing?: true;
  /** Asking again will not help: somebody has to change what stands here, or take it away. */
  isLasting?: true;
  /** What can be done about it elsewhere. */
  remedy?: string;
  /** Where, for people with an account; empty for guests. */
  href?: string;
}

/** A budget, or its part for one value. */
export type BudgetPanelLine = { budget: string; value: string | null; currency: string | null } & Pick<
  BudgetState,
  'window' | 'limit' | 'used' | 'remaining' | 'pace' | 'forecast' | 'exhaustedOn' | 'completeTo' | 'unpriced' | 'status'
>;

export interface AgreementPanelBar {
  currency: string;
  limit: string | null;
  used: string | null;
  left: string | null;
  missing: string | null;
  start: Day;
  end: Day | null;
  capExpected: Day | null;
  capReachedOn: Day | null;
  /** A promise to spend: more than all of it is no excess. */
  isPromise: boolean;
}

export interface UnitPanelFigures {
  currency: string | null;
  perTask: string | null;
  perTaskBefore: string | null;
  perSuccess: string | null;
  successRate: string | null;
  tasks: number;
  /** What a task of it may cost, in the same currency. */
  target: string | null;
  /** What the bills say, or the price book where no bill says anything. */
  basis: 'invoice' | 'list';
}
