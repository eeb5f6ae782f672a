import type { CostMeasure } from '../costs/dimensions';
import type { Rounding } from '../money/round';
import type { Day } from '../time/days';

export const agreementKinds = ['revenue_share', 'committed_spend', 'prepaid_credits', 'term'] as const;
export type AgreementKind = (typeof agreementKinds)[number];

/** What the figures of an agreement stand on: an uploaded series, or a filter of the ledger as an address writes it (`provider:openai`). */
export type AgreementBase = { series: string } | { filter: string[]; measure: CostMeasure };

/** One row of the base: earned on `date`, known since `booked`. Signed; a refund is negative. */
export interface BaseRow {
  id: string;
  date: Day;
  booked: Day;
  amount: string;
  currency: string;
}

/** A rate from one currency into the agreement's, valid from a day until the next one of that currency. */
export interface FxRate {
  from: Day;
  currency: string;
  rate: string;
}

/** A date or a condition worth knowing. Without a date it is a note and changes no figure. */
export interface Milestone {
  name: string;
  date: Day | null;
  remindDays: number[];
}

/** What is agreed and is no money: exclusivity, first-ship, scope of a licence, an equity stake. */
export interface Right {
  name: string;
  text: string;
  until: Day | null;
}

interface Common {
  name: string;
  /** Legs of one deal carry the same group. */
  group: string | null;
  counterparty: string | null;
  /** From us (`pay`) or to us (`receive`). */
  direction: 'pay' | 'receive';
  currency: string;
  start: Day;
  /** Inclusive; null is open. */
  end: Day | null;
  milestones: Milestone[];
  rights: Right[];
  notes: string | null;
  /** What is known from hearsay only, in words; shown beside the figure. */
  unconfirmed: string | null;
}

export interface RevenueShare extends Common {
  kind: 'revenue_share';
  /** Shares of the base, each from its day until the next. */
  terms: { from: Day; rate: string }[];
  /** In whole minor units; null is not agreed. */
  cap: string | null;
  capPerYear: string | null;
  /** Which years `capPerYear` means: those of the calendar, or those that begin with the agreement's. */
  capYear: 'calendar' | 'contract';
  prior: string;
  mode: 'net' | 'ratchet';
  settlement: 'month' | 'quarter';
  rounding: Rounding;
  /** Rows that become known after this day no longer count. */
  finalClaim: Day | null;
  fx: FxRate[];
  base: AgreementBase | null;
}

export interface Tranche {
  from: Day;
  /** Inclusive. */
  to: Day;
  amount: string;
}
export interface CommittedSpend extends Common {
  kind: 'committed_spend';
  tranches: Tranche[];
  fx: FxRate[];
  base: AgreementBase | null;
}

export interface CreditLot {
  name: string;
  amount: string;
  purchased: Day;
  /** The last day it can be drawn on; null never ends. */
  expires: Day | null;
}
export interface PrepaidCredits extends Common {
  kind: 'prepaid_credits';
  lots: CreditLot[];
  fx: FxRate[];
  base: AgreementBase | null;
}

export interface Term extends Common {
  kind: 'term';
  noticeDays: number | null;
  renewalMonths: number | null;
  exclusive: boolean | null;
}

export type Agreement = RevenueShare | CommittedSpend | PrepaidCredits | Term;
