import type { Day } from '../time/days';
import { intervalOf } from './forecast';
import { at } from './methods';
import { modelSeries } from './model';
import type { DayValue, ForecastOptions, Horizon, SeriesForecast } from './types';

/** A bar of a chart: its days and what is known of them already. */
export interface KnownBin {
  from: Day;
  /** The day after its last. */
  to: Day;
  known: number;
}

interface Estimate {
  value: number;
  low: number | null;
  high: number | null;
}

/** What a bin comes to with what is known of it, and all bins up to its end together. */
export interface BinForecast extends Estimate {
  from: Day;
  sum: Estimate;
}

export interface BinsForecast extends Pick<SeriesForecast, 'method' | 'error' | 'confidence' | 'level'> {
  /** The bins that the horizon reaches into, in order. */
  bins: BinForecast[];
}

/**
 * A horizon by bins, which follow one another. Whole paths are added up within a bin and over all of them before quantiles are taken: the interval of a
 * sum is not the sum of intervals. Days of the horizon before the first bin count for none. Errors: see `modelSeries`.
 */
export function forecastBins(
  history: readonly DayValue[],
  horizon: Horizon,
  bins: readonly KnownBin[],
  options?: ForecastOptions,
): BinsForecast {
  const model = modelSeries(history, horizon, options);
  const { days, point, paths, method, error, confidence, level } = model;
  const placeOf = days.map((day) => bins.findIndex((b) => day >= b.from && day < b.to));
  const first = placeOf.find((place) => place >= 0) ?? bins.length;
  const wanted = bins.slice(first);
  const before = bins.slice(0, first).reduce((sum, b) => sum + b.known, 0);

  const own = wanted.map((b) => b.known);
  placeOf.forEach((place, i) => {
    if (place >= first) own[place - first] = (own[place - first] ?? 0) + at(point, i);
  });
  const drawn =
    confidence === 'none' ? null : wanted.map((b) => ({ own: new Float64Array(paths).fill(b.known), sum: new Float64Array(paths) }));
  if (drawn)
    model.simulate((path, p) => {
      placeOf.forEach((place, i) => {
        const samples = drawn[place - first];
        if (samples) samples.own[p] = at(samples.own, p) + at(path, i);
      });
      let sum = before;
      for (const samples of drawn) {
        sum += at(samples.own, p);
        samples.sum[p] = sum;
      }
    });

  const around = (samples: Float64Array | undefined, value: number): Estimate =>
    samples ? { value, ...intervalOf(samples, level, value) } : { value, low: null, high: null };
  let sum = before;
  const forecast = wanted.map(({ from }, i): BinForecast => {
    const value = own[i] ?? 0;
    sum += value;
    return { from, ...around(drawn?.[i]?.own, value), sum: around(drawn?.[i]?.sum, sum) };
  });
  return { bins: forecast, method, error, confidence, level };
}
