import Big from 'big.js';
import { type Actor, requirePermission } from '../../core/access/actor';
import { completeToOf } from '../../core/budgets/freshness';
import { HISTORY_DAYS } from '../../core/budgets/state';
import type { CostForecast, CurrencyForecast, Estimated } from '../../core/explore/cost-forecast';
import { binFor, type ExploreQuery } from '../../core/explore/explore-query';
import { expectedUntil } from '../../core/explore/forecast-horizon';
import { exploreMeasures } from '../../core/explore/measures';
import { FEWEST_DAYS } from '../../core/forecast/backtest';
import { type BinForecast, forecastBins } from '../../core/forecast/bins';
import { type Bin, binStart } from '../../core/time/bins';
import { addDays, type Day, daysBetween, earlier, later } from '../../core/time/days';
import type { Range } from '../../core/time/period';
import { sourceReaches } from '../../db/queries/cost-cube';
import { periodOf } from '../costs/period-of';
import { explore } from './explore';

/** Whose bills a view stands on is looked up over so many days. */
const SUPPLIERS_DAYS = 60;
/** A view of more currencies is drawn one by one anyway. */
const MOST_CURRENCIES = 8;

/**
 * What the rest of a view's period is expected to cost, bar by bar, each currency for itself: the method and the history of budgets
 * (lib/core/forecast), from the days that are complete in all bills of the view.
 */
export async function forecastCosts(actor: Actor, query: ExploreQuery, today: Day, signal?: AbortSignal): Promise<CostForecast> {
  requirePermission(actor, 'costs:read');
  const range = await periodOf(actor.organizationId, query, today);
  const nothing = (reason: string): CostForecast => ({ reason, until: range.to, completeTo: null, currencies: [] });
  if (exploreMeasures[query.measure].unit !== 'money')
    return nothing(`Only cost is expected; ${exploreMeasures[query.measure].title.toLowerCase()} is not.`);
  const completeTo = await completeToOfView(actor, query, today, signal);
  const horizon = expectedUntil(query, range, completeTo, today);
  if ('why' in horizon) return nothing(horizon.why);
  const days = await daysOf(actor, query, { from: earlier(range.from, addDays(completeTo, -HISTORY_DAYS)), to: completeTo }, today, signal);
  const bins = binsOf({ from: range.from, to: horizon.until }, binFor(query.bin, range));
  return {
    reason: null,
    until: horizon.until,
    completeTo,
    currencies: [...days]
      .sort(([, a], [, b]) => b.size - a.size)
      .slice(0, MOST_CURRENCIES)
      .map(([currency, amounts]) => forecastOf(currency, amounts, bins, { from: completeTo, to: horizon.until })),
  };
}

/** The day after the last one that is complete in the bills of everything the view counts, of those that are still alive. */
async function completeToOfView(actor: Actor, query: ExploreQuery, today: Day, signal?: AbortSignal): Promise<Day> {
  const newest = await periodOf(actor.organizationId, { period: 'mtd' }, today);
  const recent = { from: addDays(newest.to, -SUPPLIERS_DAYS), to: later(newest.to, addDays(today, 1)) };
  const [{ groups }, reaches] = await Promise.all([
    explore(actor, { ...query, ...recent, by: 'provider', by2: 'account', compare: 'none' }, today, signal),
    sourceReaches(actor.organizationId),
  ]);
  const suppliers = groups.map(({ values: [provider = null, account = null] }) => ({ provider, account }));
  const complete = completeToOf(reaches, suppliers, query.measure === 'billed' ? 'billed' : 'effective');
  // bills that end before the period began say nothing of its rest, and what ended is not waited for
  return earlier(complete ?? newest.to, addDays(today, 1));
}

/** Exact cost by day and currency, whatever the view groups by. */
async function daysOf(
  actor: Actor,
  query: ExploreQuery,
  range: Range,
  today: Day,
  signal?: AbortSignal,
): Promise<Map<string, Map<Day, Big>>> {
  const { series } = await explore(actor, { ...query, ...range, by: 'none', by2: undefined, bin: 'day', compare: 'none' }, today, signal);
  const found = new Map<string, Map<Day, Big>>();
  for (const { currency, bin, amount } of series)
    if (amount !== null) {
      const own = found.get(currency) ?? new Map<Day, Big>();
      found.set(currency, own.set(bin, (own.get(bin) ?? new Big(0)).plus(amount)));
    }
  return found;
}

const binsOf = ({ from, to }: Range, bin: Bin): Range[] => {
  const days = Array.from({ length: daysBetween(from, to) }, (_, i) => addDays(from, i));
  const starts = [...new Set(days.map((day) => binStart(bin, day, from)))];
  return starts.map((start, i) => ({ from: start, to: starts[i + 1] ?? to }));
};

function forecastOf(currency: string, amounts: ReadonlyMap<Day, Big>, bins: readonly Range[], horizon: Range): CurrencyForecast {
  const begin = addDays(horizon.from, -HISTORY_DAYS);
  const first = [...amounts.keys()].filter((day) => day >= begin).sort()[0];
  const length = first === undefined ? 0 : daysBetween(first, horizon.from);
  if (first === undefined || length < FEWEST_DAYS)
    return {
      currency,
      reason: `${length === 0 ? 'No complete day is' : `Only ${length} complete ${length === 1 ? 'day is' : 'days are'}`} known; from ${FEWEST_DAYS} on something can be expected.`,
    };
  // between the first and the last complete day a day without a charge cost nothing
  const history = Array.from({ length }, (_, i) => {
    const day = addDays(first, i);
    return { day, value: amounts.get(day)?.toNumber() ?? 0 };
  });
  const knownIn = ({ from, to }: Range) =>
    [...amounts].reduce((sum, [day, amount]) => (day >= from && day < to ? sum.plus(amount) : sum), new Big(0)).toNumber();
  const forecast = forecastBins(
    history,
    horizon,
    bins.map((b) => ({ ...b, known: knownIn(b) })),
  );
  const { method, confidence, level, error } = forecast;
  return {
    currency,
    reason: null,
    days: length,
    method,
    confidence,
    level,
    error: error.wape,
    bins: forecast.bins.map((b) => ({ day: b.from, ...estimated(b), sum: estimated(b.sum) })),
  };
}

const estimated = ({ value, low, high }: Omit<BinForecast, 'sum' | 'from'>): Estimated => ({
  amount: written(value),
  low: low === null ? null : written(low),
  high: high === null ? null : written(high),
});

/** Cents, and of less than one a few digits more: an estimate has no more to say. */
const written = (n: number): string => n.toFixed(Math.abs(n) >= 1 || n === 0 ? 2 : 6);
