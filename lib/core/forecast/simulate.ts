import { at, type Fitted } from './methods';
import { countObserved, fillGaps, meanObserved } from './series';

/** Below four weeks of residuals there are too few blocks to draw from, and single days are drawn. */
const FEWEST_FOR_BLOCKS = 28;

export interface Simulation {
  steps: number;
  season: number;
  paths: number;
  seed: number;
  /** Whether the method's own trend is carried on. */
  trend: boolean;
  /** What every residual is multiplied by. */
  spread?: number;
}

/**
 * Simulates what may follow a history: draws whole weeks of residuals (moving blocks, each day onto its own weekday, so quiet weekends stay quiet) and
 * runs the method over them. `visit` sees every path in turn; its array is used again for the next one. Rule: finops-math §5.
 */
export function simulatePaths(
  fitted: Fitted,
  { steps, season, paths, seed, trend, spread = 1 }: Simulation,
  visit: (path: Float64Array, index: number) => void,
): void {
  const random = randomFrom(seed);
  const pool = poolOf(fitted.residuals, season);
  const n = fitted.residuals.length;
  const block = pool.isWhole ? season : 1;
  const starts = pool.values.length - block + 1;
  const shocks = new Float64Array(steps);
  const path = new Float64Array(steps);
  for (let p = 0; p < paths; p++) {
    for (let h = 0; h < steps && starts > 0; h += block) {
      const start = Math.floor(random() * starts);
      for (let k = 0; k < block && h + k < steps; k++) {
        const turn = (n + h + k - pool.firstAt - start) % block;
        shocks[h + k] = spread * at(pool.values, start + (turn < 0 ? turn + block : turn));
      }
    }
    fitted.run(shocks, path, trend);
    visit(path, p);
  }
}

/** The tests count as much as they are apart; this many more say that the simulation is right as it is. */
const PRIOR_TESTS = 1;
const WIDEST = 3;

/**
 * By how much tested totals were missed, against what the simulation would have expected: a level that wanders from week to week does not show in residuals
 * one week ahead. `totals` are the misses of tests `ahead` days long and a season apart; with few tests the answer stays near 1.
 */
export function spreadOf(fitted: Fitted, totals: readonly number[], ahead: number, season: number): number {
  const paths = 250;
  const forecast = new Float64Array(ahead);
  fitted.run(new Float64Array(ahead), forecast, true);
  const point = forecast.reduce((a, b) => a + b, 0);
  let expected = 0;
  simulatePaths(fitted, { steps: ahead, season, paths, seed: 1, trend: true }, (path) => {
    const error = path.reduce((a, b) => a + b, 0) - point;
    expected += (error * error) / paths;
  });
  if (!(expected > 0) || !totals.length) return 1;
  const found = totals.reduce((a, b) => a + b * b, 0) / totals.length;
  const tests = 1 + ((totals.length - 1) * season) / ahead;
  return Math.min(WIDEST, Math.max(1, Math.sqrt(((tests * found) / expected + PRIOR_TESTS) / (tests + PRIOR_TESTS))));
}

/** Residuals from the first one there is, without their mean. */
function poolOf(residuals: Float64Array, season: number): { values: Float64Array; firstAt: number; isWhole: boolean } {
  const firstAt = residuals.findIndex((r) => !Number.isNaN(r));
  if (firstAt < 0) return { values: new Float64Array(0), firstAt: 0, isWhole: false };
  const mean = meanObserved(residuals);
  const isWhole = countObserved(residuals) >= FEWEST_FOR_BLOCKS;
  const known = residuals.subarray(firstAt);
  const values = isWhole ? fillGaps(known, season) : known.filter((r) => !Number.isNaN(r));
  return { values: values.map((r) => r - mean), firstAt, isWhole };
}

/** Numbers in [0, 1), always the same for one seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The quantile of values sorted upwards, between its two neighbours in proportion (Hyndman and Fan, type 7). */
export function quantile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const low = at(sorted, below);
  return low + (at(sorted, Math.min(below + 1, sorted.length - 1)) - low) * (place - below);
}
