import { at } from './methods';
import { modelSeries, type SeriesModel } from './model';
import { quantile } from './simulate';
import type { DayValue, ForecastDay, ForecastOptions, Horizon, SeriesForecast, TotalForecast } from './types';

/**
 * The days of a horizon, each with its interval, in the unit of the history (complete days only). Below 14 days of history it is the run rate
 * without an interval; below 28 the interval is the 95 % one. Rule: finops-math §5. Errors: see `modelSeries`.
 */
export function forecastDays(history: readonly DayValue[], horizon: Horizon, options?: ForecastOptions): SeriesForecast {
  const model = modelSeries(history, horizon, options);
  return forecastOf(model, model.confidence === 'none' ? null : samplesOf(model));
}

/**
 * What the horizon adds up to, plus `already`. Whole paths are added before quantiles are taken: the interval of a sum is not the sum of
 * intervals. It always holds the point. Rule: finops-math §5. Errors: see `modelSeries`.
 */
export function forecastTotal(history: readonly DayValue[], horizon: Horizon, already: number, options?: ForecastOptions): TotalForecast {
  const model = modelSeries(history, horizon, options);
  const point = model.point.reduce((a, b) => a + b, already);
  const { level, confidence } = model;
  const samples = confidence === 'none' ? null : samplesOf(model);
  const cumulative = cumulativeOf(model, already, samples);
  const { low, high } = cumulative.at(-1) ?? (samples ? { low: point, high: point } : { low: null, high: null });
  return { point, low, high, level, cumulative, forecast: forecastOf(model, samples) };
}

/** What the days have come to, `already` included; the last is the total. */
function cumulativeOf(model: SeriesModel, already: number, samples: readonly Float64Array[] | null): ForecastDay[] {
  const sums = new Float64Array(model.paths).fill(already);
  let value = already;
  return model.days.map((day, i) => {
    value += at(model.point, i);
    const sample = samples?.[i];
    if (!sample) return { day, value, low: null, high: null };
    for (let p = 0; p < sums.length; p++) sums[p] = at(sums, p) + at(sample, p);
    return { day, value, ...intervalOf(sums.slice(), model.level, value) };
  });
}

/** One array per day of the horizon, the value of every path in it. */
function samplesOf(model: SeriesModel): Float64Array[] {
  const samples = model.days.map(() => new Float64Array(model.paths));
  model.simulate((path, p) => {
    samples.forEach((day, i) => {
      day[p] = at(path, i);
    });
  });
  return samples;
}

function forecastOf(model: SeriesModel, samples: Float64Array[] | null): SeriesForecast {
  const { method, error, compared, confidence, level } = model;
  const path = model.days.map((day, i) => {
    const value = at(model.point, i);
    const sample = samples?.[i];
    return { day, value, ...(sample ? intervalOf(sample, level, value) : { low: null, high: null }) };
  });
  return { method, error, compared, confidence, level, path };
}

/**
 * Sorts `values` in place. A few dear days can lift the point above nine paths in ten: then the interval reaches as far to either side of it as
 * the level asks for, and no lower than any path.
 */
export function intervalOf(values: Float64Array, level: number, point: number): { low: number; high: number } {
  values.sort();
  const tail = (1 - level) / 2;
  const low = quantile(values, tail);
  const high = quantile(values, 1 - tail);
  const digits = 1e-9 * Math.abs(point);
  if (low <= point + digits && high >= point - digits) return { low: Math.min(low, point), high: Math.max(high, point) };
  const reach = quantile(values.map((v) => Math.abs(v - point)).sort(), level);
  return { low: Math.max(Math.min(point, at(values, 0)), point - reach), high: point + reach };
}
