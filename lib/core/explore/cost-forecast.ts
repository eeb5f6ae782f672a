import type { ForecastConfidence, ForecastMethod } from '../forecast/types';
import type { Day } from '../time/days';

/** An estimate as text; without an interval where too little is known for one. */
export interface Estimated {
  amount: string;
  low: string | null;
  high: string | null;
}

/** A bar of the chart with what is known of it, and all bars up to its end together. */
export interface ExpectedBin extends Estimated {
  day: Day;
  sum: Estimated;
}

/** The rest of a period in one currency; currencies are never added. */
export type CurrencyForecast =
  | { currency: string; reason: string }
  | {
      currency: string;
      reason: null;
      /** The bars that the rest of the period is in. */
      bins: ExpectedBin[];
      method: ForecastMethod;
      confidence: ForecastConfidence;
      /** Of the interval, 0.8 normally. */
      level: number;
      /** Share by which the method missed when it was tested on the days before; null untested. */
      error: number | null;
      /** Complete days it was learned from. */
      days: number;
    };

export interface CostForecast {
  /** Why nothing is expected; null where something is. */
  reason: string | null;
  /** The day after the last one that is drawn. */
  until: Day;
  /** The day after the last one that is complete in the bills of all that is counted. */
  completeTo: Day | null;
  currencies: CurrencyForecast[];
}
