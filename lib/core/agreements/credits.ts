import Big from 'big.js';
import { larger, plain, smaller, sumOf } from '../money/round';
import { byText } from '../text/by-text';
import { addDays, type Day } from '../time/days';
import type { ConvertedRow } from './convert';
import type { CreditLot } from './types';

export interface LotState {
  name: string;
  amount: string;
  purchased: Day;
  expires: Day | null;
  drawn: string;
  /** What is left and can still be drawn. */
  balance: string;
  /** What was left when it expired. */
  expired: string;
}
export interface DrawnDay {
  date: Day;
  used: string;
  drawn: string;
  /** Use that no lot covered: it is paid in money. */
  uncovered: string;
  expired: string;
  balance: string;
}
export interface CreditState {
  lots: LotState[];
  days: DrawnDay[];
  granted: string;
  drawn: string;
  expired: string;
  balance: string;
  uncovered: string;
  /** The first day whose use the lots did not cover. */
  exhaustedOn: Day | null;
}

/**
 * Draws use from the lots, first-expiring first, then by purchase date, then by name. A lot can be drawn from its purchase to its expiry, both
 * days included; the rest of it is lost the day after. A refund gives back to the lots it was drawn from, the last first, as far as they have
 * not expired. finops-math §9. `through` is the last day counted.
 */
export function drawDown(lots: readonly CreditLot[], rows: readonly ConvertedRow[], through: Day): CreditState {
  const open = [...lots]
    .sort((a, b) => byText(a.expires ?? '9999', b.expires ?? '9999') || byText(a.purchased, b.purchased) || byText(a.name, b.name))
    .map((lot) => ({ lot, left: new Big(lot.amount), drawn: new Big(0), expired: new Big(0) }));
  const use = new Map<Day, Big>();
  for (const r of rows) if (r.date <= through) use.set(r.date, (use.get(r.date) ?? new Big(0)).plus(r.amount));
  const events = new Set<Day>(use.keys());
  for (const { purchased, expires } of lots) {
    if (purchased <= through) events.add(purchased);
    if (expires && addDays(expires, 1) <= through) events.add(addDays(expires, 1));
  }
  const isOpen = (l: CreditLot, day: Day) => l.purchased <= day && (l.expires === null || day <= l.expires);
  const days = [...events].sort().map((date): DrawnDay => {
    let expired = new Big(0);
    for (const o of open)
      if (o.lot.expires !== null && o.lot.expires < date && o.left.gt(0)) {
        expired = expired.plus(o.left);
        o.expired = o.left;
        o.left = new Big(0);
      }
    const used = use.get(date) ?? new Big(0);
    let rest = used;
    for (const o of rest.gt(0) ? open : [...open].reverse()) {
      if (!isOpen(o.lot, date)) continue;
      const moved = rest.gt(0) ? smaller(rest, o.left) : larger(rest, o.drawn.times(-1));
      o.left = o.left.minus(moved);
      o.drawn = o.drawn.plus(moved);
      rest = rest.minus(moved);
    }
    const balance = sumOf(open.filter((o) => isOpen(o.lot, date)).map((o) => o.left));
    return {
      date,
      used: plain(used),
      drawn: plain(used.minus(rest)),
      uncovered: plain(larger(rest, new Big(0))),
      expired: plain(expired),
      balance: plain(balance),
    };
  });
  const states = open.map(
    ({ lot, left, drawn, expired }): LotState => ({
      ...lot,
      drawn: plain(drawn),
      balance: plain(lot.purchased <= through ? left : new Big(0)),
      expired: plain(expired),
    }),
  );
  const total = (key: 'drawn' | 'expired' | 'balance') => plain(sumOf(states.map((s) => new Big(s[key]))));
  return {
    lots: states,
    days,
    granted: plain(sumOf(lots.filter((l) => l.purchased <= through).map((l) => new Big(l.amount)))),
    drawn: total('drawn'),
    expired: total('expired'),
    balance: total('balance'),
    uncovered: plain(sumOf(days.map((d) => new Big(d.uncovered)))),
    exhaustedOn: days.find((d) => new Big(d.uncovered).gt(0))?.date ?? null,
  };
}
