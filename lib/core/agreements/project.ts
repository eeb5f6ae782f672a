import Big from 'big.js';
import { forecastCrossing, forecastCumulative } from '../forecast/projection';
import type { CumulativeDay, DayValue } from '../forecast/types';
import { addDays, type Day, daysBetween, earlier } from '../time/days';
import { rateOn } from './accrue';
import type { ConvertedRow } from './convert';
import type { RevenueShareStatement } from './statement';
import type { RevenueShare } from './types';

/** Where a capped share is going. Estimates, in whole minor units; never posted. */
export interface Projection {
  /** The days on which one path in ten, half of them, nine in ten have reached the cap; null is not before the end. */
  p10: Day | null;
  median: Day | null;
  p90: Day | null;
  /** That the cap is reached before the end, 0 to 1; null without a cap. */
  probability: number | null;
  /** What is still to be paid until the end or the cap, at the median; and the most it can be. */
  liability: string;
  worstCase: string | null;
  /** What the cap is expected to leave unused at the end. */
  unusedCap: string | null;
  /** Accrued over what was earned so far: the rate, until the cap bites. */
  effectiveRate: string | null;
  /** Cumulative accrual by month end, prior included. */
  path: { day: Day; p10: string; p50: string; p90: string }[];
  /** The same question with another base and another growth. */
  sensitivity: { label: string; median: Day | null; probability: number | null }[];
  horizonEnd: Day;
}

/** Without an end an agreement is looked at this far ahead. */
const HORIZON_DAYS = 3_653;

/** Projects a share from what was earned by day; null when there is too little to go by. `today` is the first day that is not known. */
export function projectShare(
  a: RevenueShare,
  rows: readonly ConvertedRow[],
  statement: RevenueShareStatement,
  today: Day,
): Projection | null {
  const end = a.end === null ? addDays(today, HORIZON_DAYS) : addDays(a.end, 1);
  const horizonEnd = earlier(end, addDays(today, HORIZON_DAYS));
  const history = earnedByDay(a, rows, today);
  const prior = new Big(a.prior).plus(statement.posted);
  if (history.length < 14 || horizonEnd <= today) return null;
  const already = Number(prior);
  const horizon = { from: today, to: horizonEnd };
  const cap = a.cap === null ? null : Number(a.cap);
  const isFull = cap !== null && already >= cap;
  const cross = (options: { factor?: number; growthPerYear?: number }) =>
    cap === null || isFull ? null : forecastCrossing(history, horizon, already, cap, { ...ahead(a, today), ...options });
  const crossing = cross({});
  const cumulative = forecastCumulative(history, horizon, already, ahead(a, today));
  const limited = (value: number) => Math.min(cap ?? Number.POSITIVE_INFINITY, value);
  const atEnd = cumulative.at(-1);
  const earned = rows.reduce((sum, r) => sum.plus(r.amount), new Big(0));
  return {
    p10: crossing?.p10 ?? null,
    median: crossing?.median ?? null,
    p90: crossing?.p90 ?? null,
    probability: isFull ? 1 : (crossing?.probability ?? null),
    liability: cents(limited(atEnd?.p50 ?? already) - already),
    worstCase: cap === null ? null : cents(Math.max(0, cap - already)),
    unusedCap: cap === null ? null : cents(Math.max(0, cap - limited(atEnd?.p50 ?? already))),
    effectiveRate: earned.gt(0) ? new Big(statement.posted).div(earned).toFixed(6) : null,
    path: monthEnds(cumulative).map((d) => ({
      day: d.day,
      p10: cents(limited(d.p10)),
      p50: cents(limited(d.p50)),
      p90: cents(limited(d.p90)),
    })),
    sensitivity: [
      { label: 'Base − 10 %', options: { factor: 0.9 } },
      { label: 'Base + 10 %', options: { factor: 1.1 } },
      { label: 'No growth', options: { growthPerYear: 0 } },
      { label: 'Growth 20 % a year', options: { growthPerYear: 0.2 } },
      { label: 'Growth 50 % a year', options: { growthPerYear: 0.5 } },
    ].map(({ label, options }) => {
      const answer = cross(options);
      return { label, median: answer?.median ?? null, probability: isFull ? 1 : (answer?.probability ?? null) };
    }),
    horizonEnd: addDays(horizonEnd, -1),
  };
}

/** What was earned by day at the rate that holds from today on, so that a change of the rate is no change of the business. */
function earnedByDay(a: RevenueShare, rows: readonly ConvertedRow[], today: Day): DayValue[] {
  const rate = Number(rateOn(a, today));
  const days = new Map<Day, number>();
  for (const r of rows) if (r.date >= a.start && r.date < today) days.set(r.date, (days.get(r.date) ?? 0) + Number(r.amount) * rate);
  const known = [...days.keys()].sort();
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, i) => ({
    day: addDays(first, i),
    value: days.get(addDays(first, i)) ?? 0,
  }));
}

/** Over years a trend of some weeks says nothing: unless growth is given, the present level is carried on. */
const ahead = (a: RevenueShare, today: Day) => (a.end === null || daysBetween(today, a.end) > 365 ? { growthPerYear: 0 } : {});

const monthEnds = (days: readonly CumulativeDay[]): CumulativeDay[] =>
  days.filter((d, i) => i === days.length - 1 || d.day.slice(0, 7) !== days[i + 1]?.day.slice(0, 7));

const cents = (n: number) => n.toFixed(2);
