import type { Day } from '../time/days';

export interface AnomalyOptions {
  /** The smallest money effect of a day worth a flag, in the series' unit; 20 unless said. */
  minImpact?: number;
  /** The smallest effect as a share of what was expected; 0.10 unless said. */
  minShare?: number;
  /** How many robust standard deviations from the expected are too many; 4 unless said. */
  threshold?: number;
  /** Planned events: never flagged, and not learned from. */
  expectedDays?: ReadonlySet<Day>;
  /** A new normal begins here, or on each of these days: from then on, nothing before it is learned from. */
  normalFrom?: Day | readonly Day[];
}

export interface AnomalyDay {
  day: Day;
  actual: number;
  expected: number;
  low: number;
  high: number;
  score: number;
}

/** Consecutive flagged days of one direction. `from` and `to` are half-open. */
export interface Anomaly {
  from: Day;
  to: Day;
  direction: 'up' | 'drop';
  actual: number;
  expected: number;
  /** actual − expected: negative for a drop. */
  impact: number;
  /** The score furthest from zero, with its sign. */
  score: number;
  days: AnomalyDay[];
}

/** What a day should cost, and the band outside which its score is beyond the threshold. */
export interface ExpectedBand {
  expected: number;
  low: number;
  high: number;
}

export interface Driver {
  key: string;
  actual: number;
  expected: number;
  /** actual − expected. */
  change: number;
  /** Of the change of all parts together; all shares add up to 1, and a part that went the other way is negative. 0 where nothing changed. */
  share: number;
}

export interface PricedQuantity {
  key: string;
  cost: number;
  quantity: number;
}

/** change = price + volume + mix + unexplained. */
export interface PriceVolumeMixRow {
  key: string;
  costBefore: number;
  costAfter: number;
  change: number;
  price: number;
  volume: number;
  mix: number;
  unexplained: number;
}

export interface PriceVolumeMix {
  price: number;
  volume: number;
  mix: number;
  unexplained: number;
  /** The largest change first. */
  rows: PriceVolumeMixRow[];
}
