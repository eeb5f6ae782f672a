import Big from 'big.js';
import { accrueByDay, accruedBefore } from '../agreements/accrue';
import { burnDown, shortfall } from '../agreements/commitment';
import { type Converted, type ConvertedRow, convertRows } from '../agreements/convert';
import { drawDown } from '../agreements/credits';
import type { Agreement, CommittedSpend, PrepaidCredits, RevenueShare } from '../agreements/types';
import { larger, plain, smaller, sumOf } from '../money/round';
import { addDays, type Day, earlier, later } from '../time/days';
import type { Range } from '../time/period';
import type { BaseMoves, Unknown } from './base-moves';
import type { Scenario } from './scenario';

/** What a scenario does to an agreement. Decimals as text, in the currency of the agreement. */
export interface SideEffect {
  agreement: string;
  what: 'shortfall' | 'expired credit' | 'credit left' | 'share';
  from: Day;
  /** The last day; null is open. */
  to: Day | null;
  currency: string;
  /** What the base of it gains or loses in the days of the scenario; null where nothing of that is known. */
  baseChange: string | null;
  /** What `what` came to and would come to; null where it cannot be told. */
  before: string | null;
  after: string | null;
  /** What it adds to the scenario; negative is a gain, null is not known. Credit that is left can still be drawn and adds nothing. */
  money: string | null;
  /** The term is not over: what it ends with is an estimate. */
  isExpected: boolean;
  unknown: Unknown[];
  notes: string[];
}

/** The difference of a currency with what agreements make of it. Currencies are never added. */
export interface NetDifference {
  currency: string;
  /** Of what was priced; null where nothing of it is in this currency. */
  difference: string | null;
  sideEffects: string;
  net: string;
}
export interface SideEffects {
  effects: SideEffect[];
  net: NetDifference[];
  /** Agreements of which something is not known: what they would cost is in no sum. */
  unknown: number;
}

export interface AgreementFigures {
  agreement: Exclude<Agreement, { kind: 'term' }>;
  /** What it is counted on, as far as it is known. */
  base: Converted & { missing: string | null };
  moves: BaseMoves;
}

/** What the scenario would do to the agreements of its days, and what is left of its difference after that. */
export function sideEffects(agreements: readonly AgreementFigures[], totals: Scenario['totals'], period: Range, today: Day): SideEffects {
  const effects = agreements.flatMap((a) => effectsOf(a, period, today));
  const currencies = [...new Set([...totals, ...effects.filter((e) => e.money !== null)].map((x) => x.currency))];
  return {
    effects,
    net: currencies.map((currency): NetDifference => {
      const difference = totals.find((t) => t.currency === currency)?.difference ?? null;
      const added = sumOf(effects.flatMap((e) => (e.currency === currency && e.money !== null ? [new Big(e.money)] : [])));
      return { currency, difference, sideEffects: plain(added), net: plain(added.plus(difference ?? 0)) };
    }),
    unknown: new Set(effects.filter((e) => e.money === null || e.unknown.length).map((e) => e.agreement)).size,
  };
}

type Draft = Pick<SideEffect, 'what' | 'from' | 'to' | 'baseChange' | 'before' | 'after' | 'money' | 'isExpected' | 'notes'>;
type Figures<A extends Agreement> = { a: A; known: ConvertedRow[]; moves: ConvertedRow[]; period: Range; today: Day };

function effectsOf({ agreement: a, base, moves }: AgreementFigures, period: Range, today: Day): SideEffect[] {
  const days = { from: later(period.from, a.start), to: a.end === null ? period.to : earlier(period.to, addDays(a.end, 1)) };
  if (days.from >= days.to) return [];
  const { rows, unconverted } = convertRows(moves.rows, a.currency, a.fx);
  const inTerm = <R extends { date: Day }>(list: readonly R[]) => list.filter((r) => r.date >= days.from && r.date < days.to);
  const mine = inTerm(rows);
  const foreign = inTerm(unconverted);
  const unknown = [...moves.unknown, ...withoutRate(foreign)];
  if (mine.length === 0 && unknown.length === 0) return [];
  const kindless = { agreement: a.name, currency: a.currency, unknown };
  const what = a.kind === 'committed_spend' ? 'shortfall' : a.kind === 'prepaid_credits' ? 'expired credit' : 'share';
  const nothing: Draft = {
    ...{ what, from: days.from, to: addDays(days.to, -1), baseChange: mine.length ? plain(changeOf(mine)) : null },
    ...{ before: null, after: null, money: null, isExpected: false, notes: [] },
  };
  if (base.missing !== null) return [{ ...kindless, ...nothing, notes: [base.missing] }];
  // of what its filter cannot tell nothing moves, and the figures stay as they are: that is not known, and not nothing
  if (mine.length === 0) return [{ ...kindless, ...nothing }];
  const known = base.rows.filter((r) => r.date >= a.start && (a.end === null || r.date <= a.end));
  const figures = { known, moves: mine, period: days, today };
  const drafts =
    a.kind === 'committed_spend'
      ? shortfalls({ a, ...figures })
      : a.kind === 'prepaid_credits'
        ? credits({ a, ...figures })
        : shares({ a, ...figures });
  const sign = a.direction === 'pay' ? 1 : -1;
  const signed = drafts.map((d) => ({ ...d, money: d.money === null ? null : plain(new Big(d.money).times(sign)) }));
  // what is not known is said once, however many terms the days of the scenario lie in
  if (signed.length === 0 && unknown.length) return [{ ...kindless, ...nothing }];
  return signed.map((d, i) => ({ ...kindless, ...d, unknown: i === 0 ? unknown : [] }));
}

const withoutRate = (rows: readonly { currency: string }[]): Unknown[] =>
  [...new Set(rows.map((r) => r.currency))].map((currency) => ({
    ...{ why: `the agreement has no rate from ${currency}`, events: 0, list: null, currency },
  }));

/**
 * Changes as the base can take them: nothing is taken off that it does not hold in those days. Each comes off its own day first, and then, as bills
 * come on other days than use, off the others of the range in order.
 */
export function takeOff(
  known: readonly ConvertedRow[],
  moves: readonly ConvertedRow[],
  { from, to }: Range,
): { rows: ConvertedRow[]; beyond: string } {
  const left = new Map<Day, Big>();
  for (const r of known) if (r.date >= from && r.date < to) left.set(r.date, (left.get(r.date) ?? new Big(0)).plus(r.amount));
  const rows: ConvertedRow[] = [];
  let room = larger(changeOf(known.filter((r) => left.has(r.date))), new Big(0)); // days of refunds hold less than nothing
  let open = new Big(0);
  const take = (date: Day, wanted: Big): Big => {
    const there = left.get(date) ?? new Big(0);
    const taken = smaller(larger(there, new Big(0)), smaller(wanted, room));
    if (taken.gt(0)) {
      left.set(date, there.minus(taken));
      room = room.minus(taken);
      rows.push({ id: `what-if ${date}`, date, booked: date, amount: taken.times(-1) });
    }
    return wanted.minus(taken);
  };
  for (const m of moves) {
    if (m.date < from || m.date >= to) continue;
    if (m.amount.gte(0)) rows.push(m);
    else open = open.plus(take(m.date, m.amount.times(-1)));
  }
  for (const date of [...left.keys()].sort()) open = open.gt(0) ? take(date, open) : open;
  return { rows, beyond: plain(open) };
}

/** Days after its end by which the bills of a term are there; until then what is missing of them is expected. */
const SETTLED_AFTER_DAYS = 7;

const changeOf = (rows: readonly ConvertedRow[]): Big => sumOf(rows.map((r) => r.amount));
const beyondNote = (beyond: string, currency: string): string[] =>
  beyond === '0' ? [] : [`The bills hold ${beyond} ${currency} less in these days than the scenario takes away; that part is left out.`];

function shortfalls({ a, known, moves, period, today }: Figures<CommittedSpend>): Draft[] {
  return burnDown(a, known, today).flatMap((t): Draft[] => {
    const days = { from: later(period.from, t.from), to: earlier(period.to, addDays(t.to, 1)) };
    if (days.from >= days.to) return [];
    const { rows, beyond } = takeOff(known, moves, days);
    const change = changeOf(rows);
    if (change.eq(0) && beyond === '0') return [];
    const isSettled = today > addDays(t.to, SETTLED_AFTER_DAYS) || known.some((r) => r.date > t.to);
    const end = isSettled ? t.consumed : (t.forecast?.point ?? (t.through >= t.to ? t.consumed : null));
    const head = {
      what: 'shortfall' as const,
      from: t.from,
      to: t.to,
      baseChange: plain(change),
      isExpected: !isSettled && t.forecast !== null,
    };
    const notes = beyondNote(beyond, a.currency);
    if (end === null)
      return [{ ...head, before: null, after: null, money: null, notes: [...notes, 'How it will end cannot be expected yet.'] }];
    const [before, after] = [shortfall(t.amount, end), shortfall(t.amount, plain(new Big(end).plus(change)))];
    return [{ ...head, before, after, money: plain(new Big(after).minus(before)), notes }];
  });
}

function credits({ a, known, moves, period, today }: Figures<PrepaidCredits>): Draft[] {
  const { rows, beyond } = takeOff(known, moves, period);
  const [before, after] = [drawDown(a.lots, known, today), drawDown(a.lots, [...known, ...rows], today)];
  const baseChange = plain(changeOf(rows));
  const notes = beyondNote(beyond, a.currency);
  return after.lots.flatMap((lot): Draft[] => {
    const was = before.lots.find((l) => l.name === lot.name && l.purchased === lot.purchased && l.expires === lot.expires);
    if (!was) return [];
    const head = { from: lot.purchased, to: lot.expires, baseChange, isExpected: false };
    const expired: Draft[] =
      was.expired === lot.expired
        ? []
        : [
            {
              ...{ ...head, what: 'expired credit', before: was.expired, after: lot.expired },
              ...{ money: plain(new Big(lot.expired).minus(was.expired)), notes: [lot.name, ...notes] },
            },
          ];
    const left: Draft[] =
      was.balance === lot.balance
        ? []
        : [{ ...head, what: 'credit left', before: was.balance, after: lot.balance, money: '0', notes: [lot.name, ...notes] }];
    return [...expired, ...left];
  });
}

function shares({ a, known, moves, period }: Figures<RevenueShare>): Draft[] {
  const { rows, beyond } = takeOff(known, moves, period);
  const owedFor = (list: readonly ConvertedRow[]): string => accrueByDay(a, list).at(-1)?.accrued ?? plain(accruedBefore(a));
  const [before, after] = [owedFor(known), owedFor([...known, ...rows])];
  return [
    {
      ...{ what: 'share', from: a.start, to: a.end, baseChange: plain(changeOf(rows)), before, after },
      ...{ money: plain(new Big(after).minus(before)), isExpected: false, notes: beyondNote(beyond, a.currency) },
    },
  ];
}
