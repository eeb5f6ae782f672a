import { at, type Fit } from './methods';
import { fillGaps } from './series';

/** Smoothing of level, trend and season, each from 0 (never learns) to 1 (only the newest counts). */
export interface Smoothing {
  alpha: number;
  beta: number;
  gamma: number;
}

/** Level and trend per step before the first value, and the season by its place in the cycle. */
export interface SmoothingState {
  level: number;
  trend: number;
  season: Float64Array;
}

/** A level that never learns would make every later interval too narrow, hence no zero. */
const ALPHAS = [0.05, 0.1, 0.2, 0.3, 0.45, 0.65, 0.9];
const BETAS = [0, 0.02, 0.05, 0.1, 0.25];
const GAMMAS = [0, 0.05, 0.1, 0.2, 0.4, 0.7];

/**
 * One pass of additive Holt-Winters, as R's `HoltWinters` and Winters (1960) define it: l = α(y − s) + (1 − α)(l + b),
 * b = β(l − l′) + (1 − β)b, s = γ(y − l) + (1 − γ)s. A missing value moves the level on and teaches nothing. Returns the last state, the sum
 * of squared one-step errors, and writes these errors to `residuals` where given. Stops early once the sum exceeds `atMost`.
 */
export function smooth(
  values: Float64Array,
  start: SmoothingState,
  { alpha, beta, gamma }: Smoothing,
  residuals?: Float64Array,
  atMost = Number.POSITIVE_INFINITY,
): { state: SmoothingState; squares: number } {
  const season = Float64Array.from(start.season);
  let { level, trend } = start;
  let squares = 0;
  for (let t = 0, phase = 0; t < values.length; t++, phase = phase + 1 === season.length ? 0 : phase + 1) {
    const error = at(values, t) - level - trend - at(season, phase);
    level += trend;
    if (residuals) residuals[t] = error;
    if (Number.isNaN(error)) continue;
    level += alpha * error;
    trend += alpha * beta * error;
    season[phase] = at(season, phase) + gamma * (1 - alpha) * error;
    squares += error * error;
    if (squares > atMost) break;
  }
  return { state: { level, trend, season }, squares };
}

/**
 * Additive Holt-Winters with the smoothing of the least squared one-step error. It begins from a line and weekday means through the whole
 * history; a trend is used only where it earns its two parameters (Akaike), and carried no further ahead than the history reaches back.
 */
export const fitHoltWinters: Fit = (values, season) => {
  const n = values.length;
  const filled = fillGaps(values, season);
  const flat = best(values, startOf(filled, season, 0), [0]);
  const sloped = best(values, startOf(filled, season, slopeOf(filled, season)), BETAS);
  const hasTrend = sloped.squares * Math.exp(4 / Math.max(1, n)) < flat.squares;
  const { start, smoothing } = hasTrend ? sloped : flat;
  const residuals = new Float64Array(n);
  const { state } = smooth(values, start, smoothing, residuals);
  const cycle = new Float64Array(season);
  return {
    residuals,
    run(shocks, out, trend) {
      cycle.set(state.season);
      let level = state.level;
      let slope = trend ? state.trend : 0;
      const learn = trend ? smoothing.alpha * smoothing.beta : 0;
      const seasonLearns = smoothing.gamma * (1 - smoothing.alpha);
      for (let h = 0, phase = n % season; h < out.length; h++, phase = phase + 1 === season ? 0 : phase + 1) {
        const shock = at(shocks, h);
        if (h < n) level += slope;
        out[h] = level + at(cycle, phase) + shock;
        level += smoothing.alpha * shock;
        slope += learn * shock;
        cycle[phase] = at(cycle, phase) + seasonLearns * shock;
      }
    },
  };
};

/** The smoothing of the least squared error that no step along one of its three scales improves: a quarter of the work of trying all. */
function best(values: Float64Array, start: SmoothingState, betas: readonly number[]) {
  const squaresOf = (smoothing: Smoothing, atMost?: number) => smooth(values, start, smoothing, undefined, atMost).squares;
  let smoothing: Smoothing = { alpha: 0.2, beta: betas[1] ?? 0, gamma: 0.1 };
  let squares = squaresOf(smoothing);
  for (let isBetter = true; isBetter; ) {
    isBetter = false;
    for (const [scale, tried] of [['alpha', ALPHAS] as const, ['gamma', GAMMAS] as const, ['beta', betas] as const])
      for (const value of tried) {
        const other = { ...smoothing, [scale]: value };
        const otherSquares = squaresOf(other, squares);
        if (!(otherSquares < squares)) continue;
        smoothing = other;
        squares = otherSquares;
        isBetter = true;
      }
  }
  return { start, smoothing, squares };
}

/** The slope of the least-squares line through values whose weekday means are taken out. */
function slopeOf(values: Float64Array, season: number): number {
  const [means, times] = [
    phaseMeans(values, season),
    phaseMeans(
      values.map((_, t) => t),
      season,
    ),
  ];
  let product = 0;
  let square = 0;
  for (let t = 0; t < values.length; t++) {
    const time = t - at(times, t % season);
    product += time * (at(values, t) - at(means, t % season));
    square += time * time;
  }
  return square ? product / square : 0;
}

/** The state before the first value: the line of that slope through the season’s means, and what is left of them. */
function startOf(values: Float64Array, season: number, trend: number): SmoothingState {
  const means = phaseMeans(
    values.map((v, t) => v - trend * (t + 1)),
    season,
  );
  const level = means.reduce((a, b) => a + b, 0) / season;
  return { level, trend, season: means.map((m) => m - level) };
}

function phaseMeans(values: Float64Array, season: number): Float64Array {
  return Float64Array.from({ length: season }, (_, phase) => {
    let sum = 0;
    let count = 0;
    for (let t = phase; t < values.length; t += season, count++) sum += at(values, t);
    return count ? sum / count : 0;
  });
}
