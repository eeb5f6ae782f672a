import { sumByDay } from '../forecast/series';
import type { DayValue } from '../forecast/types';
import type { Day } from '../time/days';
import { dayNumber, dayOf, type Expectation, expectationOf } from './expectation';
import type { Anomaly, AnomalyDay, AnomalyOptions, ExpectedBand } from './types';

/** Days without an entry between two that have one are a drop to zero; a longer silence is a pause, and nothing is said about it. */
const LONGEST_GAP_DAYS = 7;

/**
 * Days that cost far more or less than their weekday does, consecutive ones as one. A day is flagged when its robust score is beyond the threshold
 * and its effect is at least both floors. Days from `complete.to` on are not looked at; a missing day before it, between days that are there, counts as
 * zero where its weekday usually has an entry. Flagged days teach nothing; a shift that stays is flagged for seven weeks, or
 * until `normalFrom` accepts it. Rule: finops-math §6. Throws RangeError for a value that is not finite or a day that is none.
 */
export function findAnomalies(series: readonly DayValue[], complete: { to: Day }, options: AnomalyOptions = {}): Anomaly[] {
  const { flagged } = judge(series, complete.to, options);
  const anomalies: Anomaly[] = [];
  for (const day of flagged) {
    const last = anomalies.at(-1);
    const direction = day.score > 0 ? 'up' : 'drop';
    if (last?.to === day.day && last.direction === direction) last.days.push(day);
    else anomalies.push({ from: day.day, to: day.day, direction, actual: 0, expected: 0, impact: 0, score: 0, days: [day] });
    extend(anomalies.at(-1) as Anomaly, day);
  }
  return anomalies;
}

/**
 * What a day should cost as judged by the days before it, with the band of the threshold; null while too little is known. The day itself
 * need not be in the series. The lower end is not below zero where no day is.
 */
export function expectedBand(series: readonly DayValue[], day: Day, options: AnomalyOptions = {}): ExpectedBand | null {
  const { normal, floor } = judge(series, day, options);
  const expectation = expectationOf(normal, dayNumber(day));
  return expectation && bandOf(expectation, options, floor);
}

/** The flagged days before `to`, and the days that count as normal. */
function judge(series: readonly DayValue[], to: Day, options: AnomalyOptions) {
  const { normalFrom, expectedDays, minImpact = 20, minShare = 0.1, threshold = 4 } = options;
  const values = new Map([...sumByDay(series.filter((d) => d.day < to))].map(([day, value]) => [dayNumber(day), value]));
  const numbers = [...values.keys()].sort((a, b) => a - b);
  const floor = [...values.values()].some((v) => v < 0) ? Number.NEGATIVE_INFINITY : 0;
  const accepted = [normalFrom ?? []]
    .flat()
    .map(dayNumber)
    .sort((a, b) => a - b);
  const normal = new Map<number, number>();
  /** Forgets what was usual before the newest normal that has begun by this day. */
  const accept = (day: number) => {
    const before = accepted.length;
    while (accepted[0] !== undefined && accepted[0] <= day) accepted.shift();
    if (accepted.length < before) normal.clear();
  };
  const flagged: AnomalyDay[] = [];
  for (const [i, at] of numbers.entries()) {
    const gap = i === 0 ? 0 : at - (numbers[i - 1] ?? at) - 1;
    for (let n = gap > LONGEST_GAP_DAYS ? at : at - gap; n <= at; n++) {
      accept(n);
      const day = dayOf(n);
      if (expectedDays?.has(day)) continue;
      const actual = values.get(n);
      const expectation = expectationOf(normal, n);
      if (expectation) {
        const impact = (actual ?? 0) - expectation.expected;
        const score = impact / expectation.scale;
        const least = Math.max(minImpact, minShare * Math.abs(expectation.expected));
        if (Math.abs(score) > threshold && Math.abs(impact) >= least) {
          flagged.push({ day, actual: actual ?? 0, ...bandOf(expectation, options, floor), score });
          continue;
        }
      }
      if (actual !== undefined) normal.set(n, actual);
    }
  }
  accept(dayNumber(to));
  return { flagged, normal, floor };
}

function bandOf({ expected, scale }: Expectation, { threshold = 4 }: AnomalyOptions, floor: number): ExpectedBand {
  return { expected, low: Math.max(floor, expected - threshold * scale), high: expected + threshold * scale };
}

function extend(anomaly: Anomaly, { day, actual, expected, score }: AnomalyDay): void {
  anomaly.to = dayOf(dayNumber(day) + 1);
  anomaly.actual += actual;
  anomaly.expected += expected;
  anomaly.impact = anomaly.actual - anomaly.expected;
  if (Math.abs(score) > Math.abs(anomaly.score)) anomaly.score = score;
}
