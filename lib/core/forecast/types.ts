import type { Day } from '../time/days';
import type { Range } from '../time/period';

/** One day of a series. An estimate is a number; posted money never passes through here. A missing day is no entry, a real zero is one. */
export interface DayValue {
  day: Day;
  value: number;
}

export type ForecastMethod = 'weekday-run-rate' | 'holt-winters' | 'seasonal-naive-drift' | 'run-rate';

/** `low`: fewer than 28 days of history, the interval is the 95 % one. `none`: fewer than 14, there is no interval. */
export type ForecastConfidence = 'normal' | 'low' | 'none';

export interface ForecastError {
  /** Σ|actual − forecast| ÷ Σ|actual| over all tested days; null without a test or when nothing was spent on them. */
  wape: number | null;
  /** The mean error in units of the seasonal naive method's error on the days before; below 1 is better than it. */
  mase: number | null;
  /** How many origins the forecast was tested from; 0 where the history is too short for one. */
  folds: number;
}

export interface ForecastDay {
  day: Day;
  value: number;
  low: number | null;
  high: number | null;
}

export interface SeriesForecast {
  method: ForecastMethod;
  error: ForecastError;
  /** Every method tried with its error; empty below 14 days. */
  compared: { method: ForecastMethod; wape: number | null }[];
  confidence: ForecastConfidence;
  /** The interval's level, 0.8 normally. */
  level: number;
  /** The days of the horizon, in order. */
  path: ForecastDay[];
}

/** Half-open. Days of history from `from` on are not used, so a forecast can be made as of a past day. */
export type Horizon = Range;

export interface ForecastOptions {
  /** Known amounts by day: those in the horizon are added to it, those in the history are in it and taken out before anything is learned. */
  scheduled?: readonly DayValue[];
  /** Of the simulation. The same seed gives the same figures. */
  seed?: number;
  /** Simulated paths, at least 1,000. */
  paths?: number;
  /** Of the interval, between 0.5 and 1; a low confidence has at least 0.95. */
  level?: number;
  /** Compound growth per 365 days, 0.2 = 20 %. Said, it takes the place of any trend seen in the history: 0 is flat. Scheduled amounts do not grow. */
  growthPerYear?: number;
  /** What the modelled spend is multiplied by, 1 = as is; scheduled amounts and what was spent already are not. */
  factor?: number;
}

export interface TotalForecast {
  point: number;
  low: number | null;
  high: number | null;
  level: number;
  /** What the days of the horizon have come to, what was spent already included. */
  cumulative: ForecastDay[];
  forecast: SeriesForecast;
}

export interface Crossing {
  /** One path in ten has reached the limit by this day; null = not within the horizon, or no interval. */
  p10: Day | null;
  median: Day | null;
  p90: Day | null;
  /** That it is reached before the horizon ends, 0 to 1. */
  probability: number;
  /** With `none` nothing is simulated: median and probability are those of the run rate alone. */
  confidence: ForecastConfidence;
}

export interface CumulativeDay {
  day: Day;
  p10: number;
  p50: number;
  p90: number;
}
