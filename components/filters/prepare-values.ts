import Big from 'big.js';
import { NONE } from '@/lib/core/costs/cost-query';

export interface FilterValue {
  value: string;
  label: string;
  amounts: { currency: string; amount: string }[];
}

interface Row {
  value: string | null;
  currency: string;
  current: string | null;
}

/** The values of a dimension with what each costs, currency by currency; largest first in the currency with most values. */
export function prepareValues(rows: readonly Row[], name: (value: string | null) => string): FilterValue[] {
  const byValue = new Map<string, Row[]>();
  for (const r of rows) byValue.set(r.value ?? NONE, [...(byValue.get(r.value ?? NONE) ?? []), r]);
  const counts = new Map<string, number>();
  for (const r of rows) counts.set(r.currency, (counts.get(r.currency) ?? 0) + 1);
  const main = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  const size = (value: FilterValue, currency?: string) =>
    new Big(value.amounts.find((a) => !currency || a.currency === currency)?.amount ?? 0).abs();
  return [...byValue]
    .map(([value, own]) => ({
      value,
      label: name(value === NONE ? null : value),
      amounts: own.flatMap((r) => (r.current === null ? [] : [{ currency: r.currency, amount: r.current }])),
    }))
    .sort((a, b) => size(b, main).cmp(size(a, main)) || size(b).cmp(size(a)) || (a.label < b.label ? -1 : 1));
}

/** Names that hold what was typed, whatever the case and the marks between its parts. */
export function matching(values: readonly FilterValue[], typed: string): FilterValue[] {
  const plain = (text: string) => text.toLowerCase().replace(/[\s._/:-]+/g, '');
  const wanted = plain(typed);
  return values.filter((v) => plain(v.label).includes(wanted) || plain(v.value).includes(wanted));
}
