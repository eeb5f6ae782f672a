import Big from 'big.js';
import { larger } from '../money/round';
import { type Day, earlier, later } from '../time/days';
import { type AccruedDay, accrueByDay, accruedBefore, eligible, inMinor, owed } from './accrue';
import type { ConvertedRow } from './convert';
import { settlementPeriods } from './periods';
import type { RevenueShare } from './types';

/** One statement: closing = opening + accrual + trueUp, posted = accrual + trueUp; in minor units, the prior amount in the first opening. */
export interface StatementPeriod {
  period: string;
  from: Day;
  to: Day;
  opening: string;
  accrual: string;
  trueUp: string;
  posted: string;
  closing: string;
  /** A posted one is kept as it was sent and never changes. */
  state: 'draft' | 'posted';
  /** Rows of earlier periods that became known in this one: the cause of the true-up. */
  causes: { id: string; date: Day; booked: Day; amount: string }[];
}

/** A statement that was sent, as it was stored. */
export type PostedStatement = Omit<StatementPeriod, 'state'>;

export interface RevenueShareStatement {
  name: string;
  currency: string;
  cap: string | null;
  prior: string;
  /** Σ of the statements' postings; without the prior amount. */
  posted: string;
  /** What the cap leaves after prior amount and postings; null without a cap. */
  remaining: string | null;
  /** What is owed for days that are shown and is posted by none of the shown statements: corrections that became known later. */
  pending: string;
  /** The first day on which the cap was full, while it is. */
  capDate: Day | null;
  /** The day from whose knowledge this is; null is all that is known. */
  asOf: Day | null;
  to: Day;
  days: AccruedDay[];
  periods: StatementPeriod[];
}

interface Options {
  /** Last day shown; without it, the last on which anything became known. */
  to?: Day | undefined;
  /** What was known at the end of this day. */
  asOf?: Day | undefined;
  posted?: readonly PostedStatement[];
}

/**
 * The ledger and the statements of a revenue share. A statement holds what was known when its period ended; what becomes known later is a
 * true-up of the period in which it is booked, with the rows that caused it. Nothing here counts up: the same rows give the same answer in
 * any order. finops-math §8.4.
 */
export function statementOf(a: RevenueShare, all: readonly ConvertedRow[], { to, asOf, posted = [] }: Options = {}): RevenueShareStatement {
  const known = all.filter((r) => eligible(a, r) && (!asOf || r.booked <= asOf));
  const last = to ?? asOf ?? known.reduce((day, r) => later(day, later(r.date, r.booked)), a.start);
  const shown = known.filter((r) => r.date <= last);
  const days = accrueByDay(a, shown);
  const periods = statements(a, shown, last, asOf ?? null, new Map(posted.map((p) => [p.period, p])));
  const opening = owed(a, accruedBefore(a));
  const closing = new Big(periods.at(-1)?.closing ?? opening);
  const accrued = new Big(days.at(-1)?.accrued ?? accruedBefore(a));
  const open = owed(a, accrued).minus(closing);
  const isFull = a.cap !== null && accrued.gte(a.cap);
  return {
    name: a.name,
    currency: a.currency,
    cap: a.cap,
    prior: a.prior,
    posted: inMinor(a, closing.minus(opening)),
    remaining: a.cap === null ? null : inMinor(a, new Big(a.cap).minus(closing)),
    pending: inMinor(a, a.mode === 'ratchet' ? larger(open, new Big(0)) : open),
    capDate: isFull ? (days.find((d) => new Big(d.accrued).gte(a.cap ?? 0))?.date ?? a.start) : null,
    asOf: asOf ?? null,
    to: last,
    days,
    periods,
  };
}

function statements(
  a: RevenueShare,
  rows: readonly ConvertedRow[],
  last: Day,
  asOf: Day | null,
  posted: ReadonlyMap<string, PostedStatement>,
): StatementPeriod[] {
  const lastRow = rows.reduce((day, r) => later(day, later(r.date, r.booked)), a.start);
  // corrections arrive after the end: the periods go on until the last of them is known
  const through = a.end === null ? last : earlier(last, later(a.end, lastRow));
  let opening = owed(a, accruedBefore(a));
  let previousEnd: Day | null = null;
  return settlementPeriods(a.settlement, a.start, through).map(({ period, from, to }) => {
    const sent = posted.get(period);
    const statement: StatementPeriod = sent ? { ...sent, state: 'posted' } : draft({ period, from, to });
    opening = new Big(statement.closing);
    previousEnd = to;
    return statement;

    function draft(p: { period: string; from: Day; to: Day }): StatementPeriod {
      const known = rows.filter((r) => r.booked <= (asOf ? earlier(asOf, p.to) : p.to));
      const owedAt = (day: Day | null) => {
        const accrued = accrueByDay(a, day === null ? [] : known.filter((r) => r.date <= day)).at(-1)?.accrued;
        const amount = owed(a, accrued === undefined ? accruedBefore(a) : new Big(accrued));
        // an obligation that is discharged stays so, whatever becomes known afterwards
        return a.mode === 'ratchet' && amount.lt(opening) ? opening : amount;
      };
      const corrected = owedAt(previousEnd);
      const closing = owedAt(p.to);
      const causes = known.filter((r) => previousEnd !== null && r.date <= previousEnd && r.booked > previousEnd);
      return {
        ...p,
        opening: inMinor(a, opening),
        accrual: inMinor(a, closing.minus(corrected)),
        trueUp: inMinor(a, corrected.minus(opening)),
        posted: inMinor(a, closing.minus(opening)),
        closing: inMinor(a, closing),
        state: 'draft',
        causes: causes.map((r) => ({ id: r.id, date: r.date, booked: r.booked, amount: r.amount.toFixed() })),
      };
    }
  });
}
