import Big from 'big.js';
import { type Conversion, inOrder } from '../../core/fx/conversion';
import type { MonthRate } from '../../core/fx/rate';
import { type Day, monthStart } from '../../core/time/days';
import type { Kind } from './numbered';

/** The kind of what is converted; no kind of its own has this number. */
export const CONVERTED = -1;

/** What a sum is told in, and with which rate. */
export interface Told extends Kind {
  /** The number of its own kind, or `CONVERTED`. */
  kind: number;
  /** A whole number of one scale for all rates, so that amounts times rates are added without rounding. */
  factor: bigint;
  rate: MonthRate | null;
}

export interface Telling {
  told: (row: { kind: number; day: Day | null }) => Told;
  /** The factor of what needs no rate. */
  one: bigint;
  /** Digits that the factors add behind the point. */
  digits: number;
  /** The rates that were taken so far. */
  used: () => MonthRate[];
}

/** Tells each kind for itself, or converted with the rate of its month; what has no rate stays in its own currency. */
export function telling(conversion: Conversion | null, kinds: readonly Kind[]): Telling {
  const rates = conversion?.rates ?? [];
  const digits = Math.max(0, ...rates.map((r) => (new Big(r.rate).toFixed().split('.')[1] ?? '').length));
  const one = 10n ** BigInt(digits);
  const rateOf = new Map(rates.map((r) => [`${r.base} ${r.month}`, r]));
  const known = new Map<string, Told>();
  const tell = (kind: number, month: string): Told => {
    const { currency, unit } = kinds[kind] ?? { currency: '', unit: null };
    const rate = rateOf.get(`${currency} ${month}`) ?? null;
    if (!conversion || (rate === null && currency !== conversion.to)) return { kind, currency, unit, factor: one, rate: null };
    const factor = rate ? BigInt(new Big(rate.rate).times(new Big(10).pow(digits)).toFixed(0)) : one;
    return { kind: CONVERTED, currency: conversion.to, unit, factor, rate };
  };
  return {
    told({ kind, day }) {
      const month = conversion && day ? monthStart(day) : '';
      const key = `${kind} ${month}`;
      const before = known.get(key);
      if (before) return before;
      const found = tell(kind, month);
      known.set(key, found);
      return found;
    },
    one,
    digits,
    used: () => inOrder([...known.values()].flatMap(({ rate }) => rate ?? [])),
  };
}
