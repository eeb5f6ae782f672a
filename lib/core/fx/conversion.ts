import Big from 'big.js';
import { type Day, monthStart } from '../time/days';
import type { MonthRate } from './rate';

/** How the amounts of a view are converted: each with the rate of its charge's month. What has no rate stays in its own currency. */
export interface Conversion {
  to: string;
  /** One for each currency and month that has a rate; none for `to` itself. */
  rates: readonly MonthRate[];
}

/** What an answer says about its conversion: the rates that were used, newest month first. */
export interface Converted {
  to: string;
  rates: MonthRate[];
}

const keyOf = (currency: string, month: Day): string => `${currency} ${month}`;

/** Converts amounts one after the other and remembers which rates it took. Exact: nothing is rounded. */
export function converter({ to, rates }: Conversion) {
  const known = new Map(rates.map((r) => [keyOf(r.base, r.month), { rate: r, factor: new Big(r.rate) }]));
  const used = new Set<MonthRate>();
  return {
    /** The currency an amount of that day is shown in, and itself there. `null` stays unknown. */
    convert(currency: string, day: Day, amount: string | null): { currency: string; amount: string | null } {
      if (currency === to) return { currency, amount };
      const found = known.get(keyOf(currency, monthStart(day)));
      if (!found) return { currency, amount };
      used.add(found.rate);
      return { currency: to, amount: amount === null ? null : new Big(amount).times(found.factor).toFixed() };
    },
    used: (): MonthRate[] => inOrder([...used]),
  };
}

/** Newest month first, then by currency. */
export const inOrder = (rates: readonly MonthRate[]): MonthRate[] =>
  [...rates].sort((a, b) => (a.month === b.month ? (a.base < b.base ? -1 : 1) : a.month < b.month ? 1 : -1));
