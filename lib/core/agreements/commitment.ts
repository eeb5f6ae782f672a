import Big from 'big.js';
import { forecastTotal } from '../forecast/forecast';
import type { DayValue, ForecastConfidence, ForecastMethod } from '../forecast/types';
import { plain, smaller, sumOf } from '../money/round';
import { addDays, type Day, daysBetween, earlier, later } from '../time/days';
import type { ConvertedRow } from './convert';
import type { CommittedSpend, Tranche } from './types';

/** How far a promise to spend is kept. Decimals as text; ratios with six digits, null where nothing was to be spent yet. */
export interface TrancheState {
  from: Day;
  to: Day;
  amount: string;
  consumed: string;
  remaining: string;
  /** What an even pace would have spent by the end of `through`. */
  ideal: string;
  /** consumed ÷ ideal. */
  pace: string | null;
  daysLeft: number;
  /** What each remaining day has to spend; null when none is left. */
  requiredPerDay: string | null;
  /** The last day that is counted. */
  through: Day;
  days: { date: Day; consumed: string; ideal: string }[];
  /** What it is expected to come to by the end; null when it is over, has not begun, or there is nothing to go by. */
  forecast: TrancheForecast | null;
  /** The days that are not counted yet, with the even pace; what is expected of them where there is a forecast. */
  ahead: { date: Day; ideal: string; expected: string | null; low: string | null; high: string | null }[];
}
/** Estimates, rounded to cents; posted nowhere. */
export interface TrancheForecast {
  point: string;
  low: string | null;
  high: string | null;
  method: ForecastMethod;
  confidence: ForecastConfidence;
  /** What would be left to pay at the end: max(0, amount − point). */
  shortfall: string;
}

/** The last day of which anything is known: later ones are not over, or their bills are not there. */
const lastKnown = (rows: readonly ConvertedRow[], through: Day): Day | null =>
  rows.reduce<Day | null>((last, r) => (r.date <= through && (last === null || r.date > last) ? r.date : last), null);

function forecastOf(t: Tranche, rows: readonly ConvertedRow[], last: Day, consumed: string) {
  const from = addDays(last, 1);
  const to = addDays(t.to, 1);
  if (from >= to || last < t.from) return null;
  const byDay = new Map<Day, Big>();
  for (const r of rows) if (r.date <= last) byDay.set(r.date, (byDay.get(r.date) ?? new Big(0)).plus(r.amount));
  const first = [...byDay.keys()].reduce(earlier);
  const history = Array.from({ length: daysBetween(first, from) }, (_, i): DayValue => {
    const day = addDays(first, i);
    return { day, value: Number(byDay.get(day) ?? 0) };
  });
  // over years a trend of some weeks says nothing
  return forecastTotal(history, { from, to }, Number(consumed), daysBetween(from, to) > 365 ? { growthPerYear: 0 } : {});
}

const cents = (n: number | null) => (n === null ? null : n.toFixed(2));

/** The burn-down of each tranche: every row counts in the tranche of its day, what one spends too much helps no other. finops-math §9. */
export const burnDown = (a: CommittedSpend, rows: readonly ConvertedRow[], through: Day): TrancheState[] =>
  a.tranches.map((t) => trancheState(t, rows, through));

function trancheState(t: Tranche, all: readonly ConvertedRow[], asked: Day): TrancheState {
  const through = earlier(asked, t.to);
  const length = daysBetween(t.from, t.to) + 1;
  const elapsed = Math.max(0, daysBetween(t.from, through) + 1);
  const idealAfter = (days: number) => new Big(t.amount).times(days).div(length);
  const perDay = new Map<Day, Big>();
  for (const r of all) if (r.date >= t.from && r.date <= through) perDay.set(r.date, (perDay.get(r.date) ?? new Big(0)).plus(r.amount));
  const consumed = sumOf(perDay.values());
  const remaining = new Big(t.amount).minus(consumed);
  const ideal = idealAfter(elapsed);
  const daysLeft = length - elapsed;
  let sum = new Big(0);
  const days = Array.from({ length: elapsed }, (_, i) => {
    const date = addDays(t.from, i);
    sum = sum.plus(perDay.get(date) ?? 0);
    return { date, consumed: plain(sum), ideal: idealAfter(i + 1).toFixed(2) };
  });
  const last = lastKnown(all, through);
  const expected = last === null ? null : forecastOf(t, all, last, plain(consumed));
  const at = new Map(expected?.cumulative.map((d) => [d.day, d]));
  const aheadFrom = later(t.from, last === null ? t.from : addDays(last, 1));
  return {
    forecast: expected && {
      point: expected.point.toFixed(2),
      low: cents(expected.low),
      high: cents(expected.high),
      method: expected.forecast.method,
      confidence: expected.forecast.confidence,
      shortfall: shortfall(t.amount, expected.point.toFixed(2)),
    },
    ahead: Array.from({ length: Math.max(0, daysBetween(aheadFrom, t.to) + 1) }, (_, i) => {
      const date = addDays(aheadFrom, i);
      const day = at.get(date);
      return {
        date,
        ideal: idealAfter(daysBetween(t.from, date) + 1).toFixed(2),
        expected: cents(day?.value ?? null),
        low: cents(day?.low ?? null),
        high: cents(day?.high ?? null),
      };
    }),
    from: t.from,
    to: t.to,
    amount: t.amount,
    consumed: plain(consumed),
    remaining: plain(remaining.lt(0) ? new Big(0) : remaining),
    ideal: ideal.toFixed(2),
    pace: ideal.gt(0) ? consumed.div(ideal).toFixed(6) : null,
    daysLeft,
    requiredPerDay: daysLeft > 0 ? (remaining.lt(0) ? new Big(0) : remaining).div(daysLeft).toFixed(2) : null,
    through,
    days,
  };
}

/** What is left to pay when the tranche ends with this much consumed: max(0, amount − consumed). */
export const shortfall = (amount: string, consumed: string): string =>
  plain(new Big(amount).minus(smaller(new Big(amount), new Big(consumed))));
