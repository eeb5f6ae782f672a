import Big from 'big.js';
import { minorUnitsOf } from '../money/format';
import { plain, roundTo } from '../money/round';
import type { Day } from '../time/days';
import type { Budget, CustomPeriod } from './types';

export interface CopyYears {
  fromYear: number;
  toYear: number;
  /** A share added to each amount: `0.05` is 5 % more. */
  grow: string;
}

/** The budget's own year that begins in a year of the calendar: a copy for a year to come changes no fiscal year that is running. */
const yearStart = ({ window }: Budget, year: number): Day => `${year}-${String(window.fiscalStart).padStart(2, '0')}-01`;

/** Before everything: an amount that was always meant. */
const ALWAYS = '2000-01-01';

/**
 * A budget carried on into another year: its dated amounts and its own periods once more, so many years later, and whatever held at the beginning
 * of the first year from the beginning of the other one. Amounts grow by `grow`, rounded to the currency's minor units. What the other year has
 * already stays as it is, so that copying twice changes nothing. Budgets that grow or carry over by themselves, and those whose
 * amount stays the same, go on without being copied.
 */
export function copyBudget(b: Budget, { fromYear, toYear, grow }: CopyYears): Budget {
  const [start, end] = [yearStart(b, fromYear), yearStart(b, fromYear + 1)];
  const [newStart, newEnd] = [yearStart(b, toYear), yearStart(b, toYear + 1)];
  const inFrom = (day: Day) => day >= start && day < end;
  const inTo = (day: Day) => day >= newStart && day < newEnd;
  const later = (day: Day) => yearsLater(day, toYear - fromYear);
  const digits = b.currency === null ? 0 : minorUnitsOf(b.currency);
  const grown = (amount: string) => (new Big(grow).eq(0) ? amount : plain(roundTo(new Big(amount).times(new Big(grow).plus(1)), digits)));

  const known = b.window.periods;
  const periods = known.some((p) => inTo(p.from))
    ? []
    : known
        .filter((p) => inFrom(p.from))
        .map((p): CustomPeriod => ({ name: renamed(p.name, known, fromYear, toYear), from: later(p.from), to: later(p.to) }));
  const window = periods.length ? { ...b.window, periods: [...known, ...periods].sort((x, y) => (x.from < y.from ? -1 : 1)) } : b.window;

  const { amount } = b;
  if (amount.kind === 'growing' || amount.kind === 'carried') return { ...b, window };
  const amounts = amount.kind === 'dated' ? amount.amounts : [{ from: ALWAYS, amount: amount.amount }];
  if (amounts.some((a) => inTo(a.from)) || (b.window.period === 'custom' && periods.length === 0)) return { ...b, window };
  const held = amounts.filter((a) => a.from <= start).at(-1);
  const copies = [
    ...(held ? [{ from: newStart, amount: grown(held.amount) }] : []),
    ...amounts.filter((a) => inFrom(a.from) && a.from !== start).map((a) => ({ from: later(a.from), amount: grown(a.amount) })),
  ];
  const isSame = copies.every((c) => c.amount === amounts.at(-1)?.amount);
  if (isSame) return { ...b, window };
  return { ...b, window, amount: { kind: 'dated', amounts: [...amounts, ...copies].sort((x, y) => (x.from < y.from ? -1 : 1)) } };
}

/** The same day so many years later; 29 February becomes the 28th where there is none. */
function yearsLater(day: Day, years: number): Day {
  const moved = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  const exists = new Date(`${moved}T00:00:00Z`).getUTCDate() === Number(day.slice(8));
  return exists ? moved : `${moved.slice(0, 8)}28`;
}

/** "Autumn 2026" → "Autumn 2027"; a name without a year gets one, and no two are the same. */
function renamed(name: string, known: readonly CustomPeriod[], fromYear: number, toYear: number): string {
  const named = name.replaceAll(String(fromYear + 1), String(toYear + 1)).replaceAll(String(fromYear), String(toYear));
  return known.some((p) => p.name === named) ? `${name} ${toYear}` : named;
}

/** "5%", "5", "-2.5 %" as a share; null for what is none. */
export function growthShare(text: string): string | null {
  const found = /^([+-]?\d{1,4}(?:\.\d{1,6})?)\s*%?$/.exec(text.trim());
  if (!found?.[1]) return null;
  const share = new Big(found[1].replace('+', '')).div(100);
  return share.lte(-1) ? null : plain(share);
}
