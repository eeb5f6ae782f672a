import Big from 'big.js';
import { roundTo } from '../money/round';
import { addDays, addMonths, type Day, earlier, monthStart } from '../time/days';

/** One unit of `base` is `rate` units of `quote`: as it was published for a day, or agreed by people for a month. */
export interface FxRate {
  base: string;
  quote: string;
  /** The day it was published for; of an agreed one the first of its month. */
  day: Day;
  /** A positive decimal with every digit of its source. */
  rate: string;
  source: string;
}

/** What one month is converted with. */
export interface MonthRate {
  month: Day;
  base: string;
  quote: string;
  rate: string;
  /** Of a crossing the older of its two days. */
  day: Day;
  source: string;
  /** What it is made of, as published: one rate, its inverse, or two that meet in the euro. */
  legs: FxRate[];
  /** The month is closed: no later rate changes it. */
  closed: boolean;
}

/** The source of a rate that people agreed on for a month. It goes before what is published. */
export const CONTRACT = 'contract';
/** Where two currencies meet that have no rate with each other. */
const PIVOT = 'EUR';
/** A rate that has to be divided has so many digits that say something, half to even. What was published is never rounded. */
export const RATE_DIGITS = 12;
/** A month may be told with a rate from before it, if it is not older than this at its beginning. */
const OLDEST_DAYS = 31;

export const isCurrencyCode = (text: string): boolean => /^[A-Z]{3}$/.test(text);

/** The days whose rates may count for these months. */
export const rateDays = (from: Day, to: Day): { from: Day; to: Day } => ({
  from: addDays(monthStart(from), -OLDEST_DAYS),
  to: addMonths(monthStart(addDays(to, -1)), 1),
});

/** A division keeps far more digits than the rate will, so that rounding happens once. */
const Wide = Big();
Wide.DP = 80;
Wide.RM = Big.roundDown;

/** n ÷ d to `RATE_DIGITS` digits; exact where nothing is to be divided. */
function quotient(n: Big, d: Big): Big {
  if (d.eq(1)) return n;
  const wide = new Wide(n.toFixed()).div(d.toFixed());
  return new Big(wide.prec(RATE_DIGITS, Big.roundHalfEven).toFixed());
}

/** A rate as a fraction, so that two of them can be put together before anything is rounded. */
interface Fraction {
  n: Big;
  d: Big;
  legs: FxRate[];
}

/** The rates of an organisation, asked by month. */
export function rateBook(rates: readonly FxRate[]) {
  const published = new Map<string, FxRate[]>();
  const agreed = new Map<string, FxRate>();
  for (const rate of rates) {
    const pair = `${rate.base} ${rate.quote}`;
    if (rate.source === CONTRACT) agreed.set(`${pair} ${monthStart(rate.day)}`, rate);
    else {
      const list = published.get(pair);
      if (list) list.push(rate);
      else published.set(pair, [rate]);
    }
  }
  for (const list of published.values()) list.sort((a, b) => (a.day < b.day ? 1 : -1));
  const forward = (leg: FxRate): Fraction => ({ n: new Big(leg.rate), d: new Big(1), legs: [leg] });
  const inverse = (leg: FxRate): Fraction => ({ n: new Big(1), d: new Big(leg.rate), legs: [leg] });

  const lastOf = (base: string, quote: string, month: Day): FxRate | undefined => {
    const [first, end] = [addDays(month, -OLDEST_DAYS), addMonths(month, 1)];
    return published.get(`${base} ${quote}`)?.find((r) => r.day < end && r.day >= first);
  };
  const direct = (base: string, quote: string, month: Day): Fraction | null => {
    const [there, back] = [lastOf(base, quote, month), lastOf(quote, base, month)];
    if (there && (!back || there.day >= back.day)) return forward(there);
    return back ? inverse(back) : null;
  };
  const contract = (base: string, quote: string, month: Day): Fraction | null => {
    const there = agreed.get(`${base} ${quote} ${month}`);
    if (there) return forward(there);
    const back = agreed.get(`${quote} ${base} ${month}`);
    return back ? inverse(back) : null;
  };
  const crossed = (base: string, quote: string, month: Day): Fraction | null => {
    const [a, b] = [direct(base, PIVOT, month), direct(PIVOT, quote, month)];
    return a && b ? { n: a.n.times(b.n), d: a.d.times(b.d), legs: [...a.legs, ...b.legs] } : null;
  };
  return {
    /**
     * What a month is converted with: what was agreed for it, else the last rate published on or before its last day, directly or by the euro.
     * Null where none is known, or the last is too old. `month` is its first day.
     */
    monthRate(base: string, quote: string, month: Day): MonthRate | null {
      const found =
        contract(base, quote, month) ??
        direct(base, quote, month) ??
        (base === PIVOT || quote === PIVOT ? null : crossed(base, quote, month));
      if (!found) return null;
      return {
        ...{ month, base, quote, legs: found.legs, closed: false },
        rate: quotient(found.n, found.d).toFixed(),
        day: found.legs.map((l) => l.day).reduce(earlier),
        source: [...new Set(found.legs.map((l) => l.source))].join(' and '),
      };
    },
  };
}

/** For people: eight digits behind the point at most, and four that say something. */
export function rateText(rate: string): string {
  const value = new Big(rate);
  const rounded = value.gte('0.0001') ? roundTo(value, 8) : value.prec(4, Big.roundHalfEven);
  return rounded.toFixed();
}

/** "1 USD = 0.85955 EUR". */
export const rateSentence = ({ base, quote, rate }: Pick<MonthRate, 'base' | 'quote' | 'rate'>): string =>
  `1 ${base} = ${rateText(rate)} ${quote}`;

/** What a rate is made of, each as it was published. */
export const legsText = ({ legs }: Pick<MonthRate, 'legs'>): string =>
  legs.map((l) => `1 ${l.base} = ${l.rate} ${l.quote} (${l.source}, ${l.day})`).join('; ');
