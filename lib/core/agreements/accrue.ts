import Big from 'big.js';
import { minorUnitsOf } from '../money/format';
import { larger, plain, roundTo, smaller } from '../money/round';
import type { Day } from '../time/days';
import type { ConvertedRow } from './convert';
import type { RevenueShare } from './types';

/** A day of the ledger of a revenue share. Decimals as text; `earned` and `base` exact, `posted` in minor units. */
export interface AccruedDay {
  date: Day;
  base: string;
  rate: string;
  earned: string;
  /** Accrued since the beginning, prior amount included; exact. */
  accrued: string;
  posted: string;
  /** Earned above the cap, and so not owed. On the boundary day a part of what was earned. */
  notAccrued: string;
}

/** Where the sum stands before the first row: the prior amount, as far as the cap lets it. */
export const accruedBefore = (a: RevenueShare): Big => limited(a, new Big(a.prior));

const limited = (a: RevenueShare, sum: Big): Big => (a.cap === null ? sum : smaller(sum, new Big(a.cap)));

/** What is owed in whole minor units of an exact sum. The cap is in whole minor units, so rounding never passes it. */
export const owed = (a: RevenueShare, accrued: Big): Big => roundTo(accrued, minorUnitsOf(a.currency), a.rounding);

/** The share that applies on a day; nothing before the first term. */
export function rateOn(a: RevenueShare, day: Day): string {
  let rate = '0';
  for (const term of a.terms) if (term.from <= day) rate = term.rate;
  return rate;
}

/** Rows that count: earned within the dates, known by the final claim. */
export const eligible = (a: RevenueShare, row: { date: Day; booked: Day }): boolean =>
  row.date >= a.start && (a.end === null || row.date <= a.end) && (a.finalClaim === null || row.booked <= a.finalClaim);

/**
 * The ledger by day: U = prior + Σ rate × base, signed; net: A = min(cap, U), whatever came before; ratchet: A never falls. Postings are
 * differences of the rounded A, so they never drift. finops-math §7, §8.2, §8.3. Only days that have rows.
 */
export function accrueByDay(a: RevenueShare, rows: readonly ConvertedRow[]): AccruedDay[] {
  const base = new Map<Day, Big>();
  for (const row of rows) if (eligible(a, row)) base.set(row.date, (base.get(row.date) ?? new Big(0)).plus(row.amount));
  const years = new YearlyCaps(a);
  let accrued = accruedBefore(a);
  return [...base.keys()].sort().map((date) => {
    const amount = base.get(date) ?? new Big(0);
    const rate = rateOn(a, date);
    const earned = amount.times(rate);
    const before = accrued;
    const now = limited(a, years.add(date, earned));
    accrued = a.mode === 'ratchet' ? larger(before, now) : now;
    const moved = accrued.minus(before);
    return {
      date,
      base: plain(amount),
      rate,
      earned: plain(earned),
      accrued: plain(accrued),
      posted: inMinor(a, owed(a, accrued).minus(owed(a, before))),
      notAccrued: plain(earned.minus(moved)),
    };
  });
}

export const inMinor = (a: { currency: string }, amount: Big): string => amount.toFixed(minorUnitsOf(a.currency));

/** The running sum under a cap of each year: what a year earns above its cap is lost to it, and a refund of that year uses it up first. */
class YearlyCaps {
  private readonly years = new Map<string, Big>();
  private total: Big;

  constructor(private readonly a: RevenueShare) {
    this.total = new Big(a.prior);
  }

  add(day: Day, earned: Big): Big {
    const { capPerYear } = this.a;
    if (capPerYear === null) {
      this.total = this.total.plus(earned);
      return this.total;
    }
    const year = this.yearOf(day);
    const before = this.years.get(year) ?? new Big(0);
    const after = before.plus(earned);
    this.years.set(year, after);
    this.total = this.total.plus(smaller(after, new Big(capPerYear))).minus(smaller(before, new Big(capPerYear)));
    return this.total;
  }

  private yearOf(day: Day): string {
    const year = Number(day.slice(0, 4));
    if (this.a.capYear === 'calendar') return String(year);
    return String(day.slice(5) >= this.a.start.slice(5) ? year : year - 1);
  }
}
