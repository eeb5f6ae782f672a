import { meanObserved } from './series';

/** A method that has seen a history of `n` values. */
export interface Fitted {
  /** What one season or one step ahead missed by, per value of the history; NaN where it could not be said. */
  residuals: Float64Array;
  /**
   * Writes the values after the history into `out`. `shocks`, one per step, are what chance adds; they are carried on the way the method would
   * have carried them had they happened, so zeros give the point forecast. Without `trend` the level stays where it is.
   */
  run(shocks: Float64Array, out: Float64Array, trend: boolean): void;
}
export type Fit = (values: Float64Array, season: number) => Fitted;

/** How many same weekdays a run rate looks back on. */
const WEEKS = 4;

/** The mean of all values, for ever: C ÷ complete days. */
export const fitRunRate: Fit = (values) => {
  const mean = meanObserved(values);
  return {
    residuals: values.map((v) => v - mean),
    run(shocks, out) {
      for (let h = 0; h < out.length; h++) out[h] = mean + at(shocks, h);
    },
  };
};

/** Every weekday repeats the mean of its last four (fewer when young); a weekday never seen takes the mean of all. */
export const fitWeekdayRunRate: Fit = (values, season) => {
  const seen = Array.from({ length: season }, (): number[] => []);
  const mean = (phase: number) => {
    const last = seen[phase]?.slice(-WEEKS) ?? [];
    return last.reduce((a, b) => a + b, 0) / last.length; // NaN of none
  };
  const residuals = values.map((value, t) => {
    const residual = value - mean(t % season);
    if (!Number.isNaN(value)) seen[t % season]?.push(value);
    return residual;
  });
  const overall = meanObserved(values);
  const level = Float64Array.from(seen, (list, phase) => (list.length ? mean(phase) : overall));
  const drift = new Float64Array(season * WEEKS);
  return {
    residuals,
    run(shocks, out) {
      drift.fill(0);
      for (let h = 0; h < out.length; h++) {
        const phase = (values.length + h) % season;
        const ring = phase * WEEKS;
        let shift = 0;
        for (let k = 0; k < WEEKS; k++) shift += at(drift, ring + k) / WEEKS;
        shift += at(shocks, h);
        drift[ring + (Math.floor(h / season) % WEEKS)] = shift;
        out[h] = at(level, phase) + shift;
      }
    },
  };
};

/**
 * The last season again, moved on by the mean seasonal difference c per season: ŷ(T+h) = y(T+h−m(k+1)) + (k+1)·c, k = ⌊(h−1)/m⌋
 * (Hyndman and Athanasopoulos, Forecasting: Principles and Practice, §5.2). c is carried no further ahead than the history reaches back.
 */
export const fitSeasonalNaiveDrift: Fit = (values, season) => {
  const n = values.length;
  const differences = values.map((v, t) => (t < season ? Number.NaN : v - at(values, t - season)));
  const drift = meanObserved(differences);
  const base = new Float64Array(season).fill(meanObserved(values));
  const seenAt = Float64Array.from({ length: season }, (_, phase) => lastPlace(phase, n, season));
  for (let t = 0; t < n; t++) {
    if (Number.isNaN(at(values, t))) continue;
    base[t % season] = at(values, t);
    seenAt[t % season] = t;
  }
  const reach = Math.max(1, Math.floor(n / season));
  const moved = new Float64Array(season);
  return {
    residuals: differences.map((d) => d - drift),
    run(shocks, out, trend) {
      moved.fill(0);
      for (let h = 0; h < out.length; h++) {
        const phase = (n + h) % season;
        const seasons = Math.min(reach, Math.ceil((n + h - at(seenAt, phase)) / season));
        const shift = at(moved, phase) + at(shocks, h);
        moved[phase] = shift;
        out[h] = at(base, phase) + (trend ? drift * seasons : 0) + shift;
      }
    },
  };
};

/** Where a weekday comes last before `n`; a weekday never seen counts from there. */
const lastPlace = (phase: number, n: number, season: number) => n - 1 - ((((n - 1 - phase) % season) + season) % season);

/** A place that is known to exist: the loops above stay inside their arrays. */
export const at = (values: Float64Array, index: number): number => values[index] as number;
