import Big from 'big.js';
import { plain, smaller, sumOf } from '../money/round';
import { addDays, type Day, daysBetween, earlier } from '../time/days';
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
}

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
  return {
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
