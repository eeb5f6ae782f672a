import Big from 'big.js';
import { NONE } from '@/lib/core/costs/cost-query';

export interface FilterValue {
  value: string;
  label: string;
  amounts: { currency: string; amount: string }[];
}

interface Row {
  values: readonly (string | null)[];
  currency: string;
  unit: string | null;
  amount: string | null;
}

/** The values of a dimension with what each costs, currency by currency; largest first in the currency with most values. */
export function prepareValues(rows: readonly Row[], name: (value: string | null) => string): FilterValue[] {
  const byValue = new Map<string, Row[]>();
  const keyOf = (r: Row) => r.values[0] ?? NONE;
  for (const r of rows) byValue.set(keyOf(r), [...(byValue.get(keyOf(r)) ?? []), r]);
  const counts = new Map<string, number>();
  for (const r of rows) counts.set(r.currency, (counts.get(r.currency) ?? 0) + 1);
  const main = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  const size = (value: FilterValue, currency?: string) =>
    new Big(value.amounts.find((a) => !currency || a.currency === currency)?.amount ?? 0).abs();
  return [...byValue]
    .map(([value, own]) => ({
      value,
      label: name(value === NONE ? null : value),
      amounts: own.flatMap((r) => (r.amount === null ? [] : [{ currency: r.currency || (r.unit ?? ''), amount: r.amount }])),
    }))
    .sort((a, b) => size(b, main).cmp(size(a, main)) || size(b).cmp(size(a)) || (a.label < b.label ? -1 : 1));
}
