import { addDays } from '../time/days';
import { at } from './methods';
import { modelSeries } from './model';
import { quantile } from './simulate';
import type { Crossing, CumulativeDay, DayValue, ForecastOptions, Horizon } from './types';

/**
 * The first day on which `already` and the days of the horizon so far reach `limit`: median and the dates of one and nine paths in ten. A limit that is
 * reached already is crossed on the horizon's first day. Rule: finops-math §5. Errors: see `modelSeries`.
 */
export function forecastCrossing(
  history: readonly DayValue[],
  horizon: Horizon,
  already: number,
  limit: number,
  options?: ForecastOptions,
): Crossing {
  const model = modelSeries(history, horizon, options);
  const { confidence } = model;
  const enough = limit - 1e-9 * Math.abs(limit); // sums of doubles: ten times 0.1 is to reach 1
  const dayOf = (index: number) => (Number.isFinite(index) ? addDays(horizon.from, index) : null);
  if (already >= enough) return { p10: horizon.from, median: horizon.from, p90: horizon.from, probability: 1, confidence };
  const crossingOf = (path: Float64Array) => {
    let sum = already;
    for (let i = 0; i < path.length; i++) {
      sum += at(path, i);
      if (sum >= enough) return i;
    }
    return Number.POSITIVE_INFINITY;
  };
  if (confidence === 'none') {
    const index = crossingOf(model.point);
    return { p10: null, median: dayOf(index), p90: null, probability: Number.isFinite(index) ? 1 : 0, confidence };
  }
  const crossings = new Float64Array(model.paths);
  model.simulate((path, p) => {
    crossings[p] = crossingOf(path);
  });
  crossings.sort();
  const rank = (share: number) => dayOf(at(crossings, Math.ceil(share * crossings.length) - 1));
  const reached = crossings.reduce((count, index) => count + (Number.isFinite(index) ? 1 : 0), 0);
  return { p10: rank(0.1), median: rank(0.5), p90: rank(0.9), probability: reached / crossings.length, confidence };
}

/**
 * For burn-down charts: what has accrued by the end of each day of the horizon, `already` included, in three quantiles of the simulated paths. Without
 * an interval (fewer than 14 days) the three are the run rate's. Errors: see `modelSeries`.
 */
export function forecastCumulative(
  history: readonly DayValue[],
  horizon: Horizon,
  already: number,
  options?: ForecastOptions,
): CumulativeDay[] {
  const model = modelSeries(history, horizon, options);
  if (model.confidence === 'none') {
    let sum = already;
    return model.days.map((day, i) => {
      sum += at(model.point, i);
      return { day, p10: sum, p50: sum, p90: sum };
    });
  }
  const samples = model.days.map(() => new Float64Array(model.paths));
  model.simulate((path, p) => {
    let sum = already;
    samples.forEach((day, i) => {
      sum += at(path, i);
      day[p] = sum;
    });
  });
  return model.days.map((day, i) => {
    const sorted = (samples[i] ?? new Float64Array(1)).sort();
    return { day, p10: quantile(sorted, 0.1), p50: quantile(sorted, 0.5), p90: quantile(sorted, 0.9) };
  });
}
