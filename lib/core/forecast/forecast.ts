import { at } from './methods';
import { modelSeries, type SeriesModel } from './model';
import { quantile } from './simulate';
import type { DayValue, ForecastOptions, Horizon, SeriesForecast, TotalForecast } from './types';

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
  if (confidence === 'none') return { point, low: null, high: null, level, forecast: forecastOf(model, null) };
  const samples = samplesOf(model);
  const totals = new Float64Array(model.paths).fill(already);
  for (const day of samples) for (let p = 0; p < totals.length; p++) totals[p] = at(totals, p) + at(day, p);
  return { point, ...intervalOf(totals, level, point), level, forecast: forecastOf(model, samples) };
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

/** Sorts `values` in place. */
function intervalOf(values: Float64Array, level: number, point: number): { low: number; high: number } {
  values.sort();
  const tail = (1 - level) / 2;
  return { low: Math.min(point, quantile(values, tail)), high: Math.max(point, quantile(values, 1 - tail)) };
}
