import type { TrendPoint } from '../../core/costs/overview';
import type { converter } from '../../core/fx/conversion';
import type { DimensionSum } from '../../db/queries/overview';
import { sumOf } from './costs-in';

type Told = ReturnType<typeof converter>;

/** Sums of months told in one currency and put together over the months; what has no rate stays in its own. */
export function sumsIn(told: Told, sums: readonly DimensionSum[]): DimensionSum[] {
  const groups = new Map<string, DimensionSum>();
  for (const sum of sums) {
    const day = sum.month ?? '';
    const money = (amount: string | null) => told.convert(sum.currency, day, amount).amount;
    const { currency } = told.convert(sum.currency, day, null);
    const key = JSON.stringify([sum.dimension, sum.value, currency]);
    const known = groups.get(key);
    groups.set(key, {
      dimension: sum.dimension,
      value: sum.value,
      currency,
      month: null,
      current: sumOf([known?.current ?? null, money(sum.current)]),
      previous: sumOf([known?.previous ?? null, money(sum.previous)]),
      currentAi: sumOf([known?.currentAi ?? null, money(sum.currentAi)]),
      tokens: sumOf([known?.tokens ?? null, sum.tokens]),
      charges: sumOf([known?.charges ?? null, sum.charges]),
    });
  }
  return [...groups.values()];
}

/** The same of days. */
export function trendIn(told: Told, points: readonly TrendPoint[]): TrendPoint[] {
  const groups = new Map<string, TrendPoint>();
  for (const { day, group, currency: billed, amount: own } of points) {
    const { currency, amount } = told.convert(billed, day, own);
    const key = JSON.stringify([day, group, currency]);
    groups.set(key, { day, group, currency, amount: sumOf([groups.get(key)?.amount ?? null, amount]) ?? '0' });
  }
  return [...groups.values()];
}
