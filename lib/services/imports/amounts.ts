import Big from 'big.js';
import type { CurrencyAmount, ReplacedLoad, Weight } from '../../core/imports/result';

type Total = Weight['totals'][number];

/** Amounts by currency, exact. A measure that no row states is absent, not zero. */
export function amountsOf(totals: readonly Total[], measure: 'billed' | 'effective'): CurrencyAmount[] {
  const sums = new Map<string | null, Big>();
  for (const t of totals) {
    const amount = t[measure];
    if (amount !== null) sums.set(t.currency, (sums.get(t.currency) ?? new Big(0)).plus(amount));
  }
  return [...sums]
    .map(([currency, amount]) => ({ currency, amount: amount.toFixed() }))
    .sort((a, b) => ((a.currency ?? '') < (b.currency ?? '') ? -1 : 1));
}

/** Several of them as one. */
function together(weights: readonly Weight[]): Weight {
  const totals = weights.flatMap((w) => w.totals);
  const [billed, effective] = [amountsOf(totals, 'billed'), amountsOf(totals, 'effective')];
  const of = (list: CurrencyAmount[], currency: string | null) => list.find((a) => a.currency === currency)?.amount ?? null;
  return {
    rows: weights.reduce((n, w) => n + BigInt(w.rows), 0n).toString(),
    totals: [...new Set(totals.map((t) => t.currency))]
      .sort()
      .map((currency) => ({ currency, billed: of(billed, currency), effective: of(effective, currency) })),
  };
}

/** A month of a file, of one account of one provider. */
export interface FileMonth extends Weight {
  provider: string;
  account: string | null;
  billingPeriod: string;
}

/** The loads of one source, account and month as one line, with what the file has in their place beside it. */
export function besideTheFile(loads: readonly ReplacedLoad[], months: readonly FileMonth[]): ReplacedLoad[] {
  const placeOf = (l: ReplacedLoad) => JSON.stringify([l.source, l.provider, l.account, l.billingPeriod]);
  return [...new Set(loads.map(placeOf))].flatMap((place) => {
    const own = loads.filter((l) => placeOf(l) === place);
    const first = own[0];
    if (!first) return [];
    const after = months.filter(
      (m) => m.provider === first.provider && m.account === first.account && m.billingPeriod === first.billingPeriod,
    );
    return [{ ...first, ...together(own), ...(after.length ? { after: together(after) } : {}) }];
  });
}
