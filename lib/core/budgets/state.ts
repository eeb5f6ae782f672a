import Big from 'big.js';
import { forecastDays, forecastTotal } from '../forecast/forecast';
import type { DayValue, ForecastConfidence, ForecastDay, ForecastMethod } from '../forecast/types';
import { plain } from '../money/round';
import { addDays, type Day, daysBetween, earlier, later } from '../time/days';
import { type BudgetCube, countBetween, type DaySeries, sumBetween } from './cube';
import { limitOf } from './limit';
import type { Budget, BudgetWindow } from './types';
import { elapsedShare } from './windows';

export type BudgetStatus = 'on-track' | 'at-risk' | 'over' | 'no-data' | 'no-limit';

/** A budget in one window, as the ledger has it. Decimals as text; estimates are rounded to cents. */
export interface BudgetState {
  window: BudgetWindow;
  limit: string | null;
  used: string;
  remaining: string | null;
  /** used ÷ limit, six digits; null without a limit or with one of nothing. */
  share: string | null;
  /** What an even pace would have spent by now. */
  pace: string | null;
  burnPerDay: string | null;
  /** What the window is expected to end with; null when it is over, or before there is anything to go by. */
  forecast: BudgetForecast | null;
  /** The day on which the limit is or was reached; when it lies ahead, the day on which what is expected comes to it. */
  exhaustedOn: Day | null;
  /** The day after the last one that is complete in the bills of everything the budget counts. */
  completeTo: Day;
  charges: number;
  /** Charges without an amount: what is used is then a lower bound. */
  unpriced: number;
  status: BudgetStatus;
}
export interface BudgetForecast {
  point: string;
  low: string | null;
  high: string | null;
  level: number;
  method: ForecastMethod;
  confidence: ForecastConfidence;
  /** Share by which the method was wrong when it was tested on the days before; null untested. */
  error: number | null;
}

/** Days before today that a forecast learns from. */
export const HISTORY_DAYS = 220;

/** The days of a series as estimates, real zeros between the first and the last complete day. */
function historyOf(cube: BudgetCube, series: DaySeries, completeTo: Day, today: Day): DayValue[] {
  const begin = addDays(today, -HISTORY_DAYS);
  const days = [...series.days.keys()].filter((d) => d >= begin && d < completeTo);
  if (days.length === 0) return [];
  const first = days.reduce(earlier);
  return Array.from({ length: daysBetween(first, completeTo) }, (_, i) => {
    const day = addDays(first, i);
    return { day, value: Number(cube.decimal(series.days.get(day) ?? 0n)) };
  });
}

const STALE_DAYS = 7;

interface StateInput {
  cube: BudgetCube;
  budget: Budget;
  series: DaySeries;
  window: BudgetWindow;
  completeTo: Day;
  /** A window that is over has nothing to be expected of it, whatever bills are missing. */
  today: Day;
  detailed?: boolean;
}

/** Where a budget stands. Derived from the ledger for the window and nothing else. `detailed` adds the interval of the forecast, which is simulated. */
export const budgetState = (input: StateInput): BudgetState => stateAndPath(input).state;

/** The same, with what it is expected to come to by the end of each day from `completeTo` on. */
export function stateAndPath(input: StateInput): { state: BudgetState; path: ForecastDay[] } {
  const { cube, budget, series, window, completeTo, today, detailed = false } = input;
  const used = sumBetween(series, window.from, window.to);
  const usedText = cube.decimal(used);
  const limit = limitOf(budget, window, (w) => cube.decimal(sumBetween(series, w.from, w.to)));
  const elapsed = elapsedShare(window, completeTo);
  const complete = Math.max(0, daysBetween(window.from, earlier(completeTo, window.to)));
  const spentComplete = Number(cube.decimal(sumBetween(series, window.from, earlier(completeTo, window.to))));
  const horizon = { from: later(window.from, completeTo), to: window.to };
  const history = historyOf(cube, series, completeTo, today);
  const isRunning = horizon.from < horizon.to && window.to > today && budget.window.period !== 'rolling';
  // from bills that end long before the window nothing is to be expected of it
  const isAhead = isRunning && history.length > 0 && daysBetween(completeTo, window.from) <= STALE_DAYS;
  const { forecast, path } = isAhead ? forecastOf(history, horizon, spentComplete, detailed) : { forecast: null, path: [] };
  const count = countBetween(series, window.from, window.to);
  const isOver = limit !== null && used > 0n && new Big(usedText).gt(limit);
  const state: BudgetState = {
    window,
    limit,
    used: usedText,
    remaining: limit === null ? null : plain(new Big(limit).minus(usedText)),
    share: limit === null || new Big(limit).lte(0) ? null : new Big(usedText).div(limit).toFixed(6),
    pace: limit === null ? null : new Big(limit).times(elapsed.toFixed(9)).toFixed(2),
    burnPerDay: complete > 0 ? (spentComplete / complete).toFixed(2) : null,
    forecast,
    exhaustedOn:
      limit === null
        ? null
        : (reachedOn(cube, series, window, limit) ?? path.find((d) => d.value > 0 && d.value >= Number(limit) * (1 - 1e-12))?.day ?? null),
    completeTo,
    ...count,
    status:
      limit === null
        ? 'no-limit'
        : count.charges === 0
          ? 'no-data'
          : isOver
            ? 'over'
            : forecast && new Big(forecast.point).gt(limit)
              ? 'at-risk'
              : 'on-track',
  };
  return { state, path };
}

function forecastOf(
  history: readonly DayValue[],
  horizon: { from: Day; to: Day },
  already: number,
  detailed: boolean,
): { forecast: BudgetForecast; path: ForecastDay[] } {
  const cents = (n: number | null) => (n === null ? null : n.toFixed(2));
  if (detailed) {
    const { point, low, high, level, cumulative, forecast } = forecastTotal(history, horizon, already);
    const { method, confidence, error } = forecast;
    return {
      forecast: { point: point.toFixed(2), low: cents(low), high: cents(high), level, method, confidence, error: error.wape },
      path: cumulative,
    };
  }
  const { path, level, method, confidence, error } = forecastDays(history, horizon);
  let sum = already;
  const cumulative = path.map(({ day, value }): ForecastDay => {
    sum += value;
    return { day, value: sum, low: null, high: null };
  });
  return {
    forecast: { point: sum.toFixed(2), low: null, high: null, level, method, confidence, error: error.wape },
    path: cumulative,
  };
}

function reachedOn(cube: BudgetCube, series: DaySeries, window: BudgetWindow, limit: string): Day | null {
  let sum = 0n;
  for (const day of [...series.days.keys()].filter((d) => d >= window.from && d < window.to).sort()) {
    sum += series.days.get(day) ?? 0n;
    if (sum > 0n && new Big(cube.decimal(sum)).gte(limit)) return day;
  }
  return null;
}
