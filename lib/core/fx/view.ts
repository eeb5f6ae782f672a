import type { Day } from '../time/days';
import type { MonthRate } from './rate';

/** What a change of rates does to one month: its total in the reporting currency before and after. */
export interface MonthEffect {
  month: Day;
  currency: string;
  before: string;
  after: string;
  /** Currencies that had no rate and get one, so their cost moves into the total. */
  nowConverted: string[];
  /** Those that still have none. */
  stillApart: string[];
}

/** What importing rates did, or would do. */
export interface RatesResult {
  file: string;
  kind: 'ecb' | 'list';
  outcome: 'imported' | 'unchanged' | 'previewed';
  /** In the file; of one pair and day the last. */
  rates: number;
  added: number;
  changed: number;
  /** Fetched rates that gave way to what was agreed for a month. */
  kept: number;
  from: Day;
  to: Day;
  /** Months whose totals change. */
  effects: MonthEffect[];
  /** Closed months the file has rates for: they keep their own. */
  closed: Day[];
}

/** One month of the ledger, and what its other currencies are converted with. */
export interface CurrencyMonth {
  month: Day;
  /** One for each billing currency of the month that is not the reporting one. */
  pairs: { currency: string; amount: string; rate: MonthRate | null }[];
  closed: { by: string; at: string } | null;
  /** The month is over, so it may be closed. */
  over: boolean;
}

/** What Settings → Currencies shows. */
export interface CurrencySettings {
  reporting: string | null;
  /** The currencies of the bills. */
  billing: string[];
  /** All that a rate is known for, and those of the bills. */
  known: string[];
  months: CurrencyMonth[];
  /** Rates there are, and for which days. */
  rates: { count: number; first: Day | null; last: Day | null };
  contracts: { base: string; quote: string; month: Day; rate: string }[];
}
