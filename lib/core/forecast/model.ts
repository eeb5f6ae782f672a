import { addDays, type Day, daysBetween } from '../time/days';
import { FEWEST_DAYS, rollingOrigin } from './backtest';
import { fitHoltWinters } from './holt-winters';
import { at, type Fit, type Fitted, fitRunRate, fitSeasonalNaiveDrift, fitWeekdayRunRate } from './methods';
import { sumByDay, toGrid } from './series';
import { simulatePaths, spreadOf } from './simulate';
import type { DayValue, ForecastConfidence, ForecastMethod, ForecastOptions, Horizon, SeriesForecast } from './types';

const SEASON = 7;
const FEWEST_FOR_NORMAL = 28;
const FEWEST_PATHS = 1000;
const NORMAL_LEVEL = 0.8;
const LOW_LEVEL = 0.95;

/** The chosen method over the days of a horizon. */
export interface SeriesModel extends Pick<SeriesForecast, 'method' | 'error' | 'compared' | 'confidence' | 'level'> {
  days: Day[];
  point: Float64Array;
  paths: number;
  /** Every path in turn, one value per day of the horizon; the array is used again for the next. Not to be asked where confidence is `none`. */
  simulate(visit: (path: Float64Array, index: number) => void): void;
}

/** The baseline comes first: on equal errors the plainer method stays. */
const candidates: readonly (readonly [ForecastMethod, Fit])[] = [
  ['seasonal-naive-drift', fitSeasonalNaiveDrift],
  ['weekday-run-rate', fitWeekdayRunRate],
  ['holt-winters', fitHoltWinters],
];

/**
 * Chooses the method that missed least from rolling origins and points it at the horizon. Fewer than 14 days: the run rate; too few for a
 * test: the weekday run rate. A history without negative days is forecast without negative days. Throws RangeError for a value that is not
 * finite, a day that is none, a negative factor, a loss of everything, or a level outside [0.5, 1).
 */
export function modelSeries(history: readonly DayValue[], horizon: Horizon, options: ForecastOptions = {}): SeriesModel {
  const { growthPerYear, factor = 1, seed = 1, scheduled = [] } = options;
  if (!(factor >= 0) || !((growthPerYear ?? 0) > -1)) throw new RangeError('Growth must be above −100 % and the factor not negative');
  const grid = toGrid(history, horizon.from, scheduled);
  const confidence = confidenceOf(grid.observed);
  const days = daysOf(horizon);
  const next = addDays(grid.from, grid.values.length);
  const lead = daysBetween(next, horizon.from);
  const steps = days.length ? lead + days.length : 0;
  const { fitted, spread, ...choice } = choose(grid.values, confidence, steps);

  const known = sumByDay(scheduled);
  const added = Float64Array.from(days, (day) => known.get(day) ?? 0);
  const weights = Float64Array.from(days, (_, i) => factor * (1 + (growthPerYear ?? 0)) ** ((lead + i + 1) / 365));
  const floor = grid.values.some((v) => v < 0) ? Number.NEGATIVE_INFINITY : 0;
  const trend = growthPerYear === undefined;
  const shape = (raw: Float64Array, into: Float64Array) => {
    for (let i = 0; i < into.length; i++) into[i] = Math.max(floor, at(raw, lead + i)) * at(weights, i) + at(added, i);
    return into;
  };

  const raw = new Float64Array(steps);
  fitted.run(new Float64Array(steps), raw, trend);
  const paths = Math.max(FEWEST_PATHS, Math.floor(options.paths ?? 0));
  return {
    ...choice,
    confidence,
    level: levelOf(confidence, options.level),
    days,
    point: shape(raw, new Float64Array(days.length)),
    paths,
    simulate(visit) {
      const shaped = new Float64Array(days.length);
      simulatePaths(fitted, { steps, season: SEASON, paths, seed, trend, spread }, (path, index) => visit(shape(path, shaped), index));
    },
  };
}

function choose(
  values: Float64Array,
  confidence: ForecastConfidence,
  steps: number,
): Pick<SeriesForecast, 'method' | 'error' | 'compared'> & { fitted: Fitted; spread: number } {
  const untested = { wape: null, mase: null, folds: 0 };
  if (confidence === 'none') return { method: 'run-rate', error: untested, compared: [], fitted: fitRunRate(values, SEASON), spread: 1 };
  const tests = candidates.map(([method, fit]) => ({ method, fit, ...rollingOrigin(values, fit, steps, SEASON) }));
  const compared = tests.map(({ method, wape }) => ({ method, wape }));
  const tested = tests.filter((t) => t.folds > 0);
  if (!tested.length)
    return { method: 'weekday-run-rate', error: untested, compared, fitted: fitWeekdayRunRate(values, SEASON), spread: 1 };
  // The last digits of a sum are chance: an error must be smaller by more than they are.
  const best = tested.reduce((a, b) => (b.missed < a.missed - 1e-9 * a.spent ? b : a));
  const { method, wape, mase, folds } = best;
  const fitted = best.fit(values, SEASON);
  return { method, error: { wape, mase, folds }, compared, fitted, spread: spreadOf(fitted, best.totals, best.ahead, SEASON) };
}

function confidenceOf(observed: number): ForecastConfidence {
  if (observed < FEWEST_DAYS) return 'none';
  return observed < FEWEST_FOR_NORMAL ? 'low' : 'normal';
}

function levelOf(confidence: ForecastConfidence, wanted = NORMAL_LEVEL): number {
  if (!(wanted >= 0.5 && wanted < 1)) throw new RangeError('The level of an interval is at least 0.5 and below 1');
  return confidence === 'low' ? Math.max(LOW_LEVEL, wanted) : wanted;
}

const daysOf = ({ from, to }: Horizon): Day[] => Array.from({ length: Math.max(0, daysBetween(from, to)) }, (_, i) => addDays(from, i));
