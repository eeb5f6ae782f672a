import { at, type Fit } from './methods';
import { countObserved } from './series';
import type { ForecastError } from './types';

/** The fewest days to learn from before a forecast is tested. */
export const FEWEST_DAYS = 14;
const MOST_FOLDS = 8;
const ENOUGH_FOLDS = 3;
const MOST_SEASONS_AHEAD = 4;

/** How a method did on days it had not seen. `missed` is Σ|actual − forecast|, `spent` Σ|actual|, in the series' unit. */
export interface Backtest extends ForecastError {
  missed: number;
  spent: number;
  /** Days in one test, and by how much each test's total was missed (actual − forecast). */
  ahead: number;
  totals: number[];
}

/**
 * Tests a method from rolling origins one season apart, the newest first and eight at most, each learning only from what came before it. Every
 * test is as long as the forecast wanted (`steps`, whole seasons, four at most), shorter where the history would allow fewer than three.
 */
export function rollingOrigin(values: Float64Array, learn: Fit, steps: number, season = 7): Backtest {
  const noShock = new Float64Array(MOST_SEASONS_AHEAD * season);
  let missed = 0;
  let spent = 0;
  let scaled = 0;
  let scaledCount = 0;
  const totals: number[] = [];
  const ahead = testLength(values, steps, season);
  for (const origin of originsOf(values, ahead, season)) {
    let total = 0;
    const known = values.subarray(0, origin);
    const out = new Float64Array(ahead);
    learn(known, season).run(noShock, out, true);
    const floor = known.some((v) => v < 0) ? Number.NEGATIVE_INFINITY : 0;
    const scale = naiveError(known, season);
    for (let h = 0; h < ahead; h++) {
      const actual = at(values, origin + h);
      if (Number.isNaN(actual)) continue;
      const difference = actual - Math.max(floor, at(out, h));
      const error = Math.abs(difference);
      total += difference;
      missed += error;
      spent += Math.abs(actual);
      if (scale > 0) {
        scaled += error / scale;
        scaledCount++;
      }
    }
    totals.push(total);
  }
  const wape = spent > 0 ? missed / spent : null;
  return { missed, spent, wape, mase: scaledCount ? scaled / scaledCount : null, folds: totals.length, ahead, totals };
}

const isEnough = (values: Float64Array, origin: number) => origin > 0 && countObserved(values.subarray(0, origin)) >= FEWEST_DAYS;

function testLength(values: Float64Array, steps: number, season: number): number {
  let seasons = Math.min(MOST_SEASONS_AHEAD, Math.max(1, Math.ceil(steps / season)));
  while (seasons > 1 && !isEnough(values, values.length - (seasons + ENOUGH_FOLDS - 1) * season)) seasons--;
  return seasons * season;
}

const originsOf = (values: Float64Array, ahead: number, season: number): number[] =>
  Array.from({ length: MOST_FOLDS }, (_, i) => values.length - ahead - i * season).filter((origin) => isEnough(values, origin));

/** The mean absolute seasonal difference, which MASE is measured in (Hyndman and Koehler, 2006). */
export function naiveError(values: Float64Array, season: number): number {
  let sum = 0;
  let count = 0;
  for (let t = season; t < values.length; t++) {
    const difference = Math.abs(at(values, t) - at(values, t - season));
    if (Number.isNaN(difference)) continue;
    sum += difference;
    count++;
  }
  return count ? sum / count : 0;
}
