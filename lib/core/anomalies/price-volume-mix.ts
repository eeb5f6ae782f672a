import type { PricedQuantity, PriceVolumeMix, PriceVolumeMixRow } from './types';

/**
 * Why cost moved: ΔC = Σ (p₁−p₀)·q₀ + Σ p₀·(q₁−q₀) + Σ (p₁−p₀)·(q₁−q₀), the terms price, volume and mix, per key (model and token type). What is new
 * or gone is volume at the only price it has. Cost without a quantity has no price and is unexplained. The four add up to the change. Lines
 * of one key are added. Costs in one currency, quantities of a key in one unit. Rule: finops-math §1.
 */
export function priceVolumeMix(before: readonly PricedQuantity[], after: readonly PricedQuantity[]): PriceVolumeMix {
  const [was, is] = [totalsByKey(before), totalsByKey(after)];
  const rows = [...new Set([...was.keys(), ...is.keys()])]
    .map((key) => rowOf(key, was.get(key) ?? nothing, is.get(key) ?? nothing))
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || (a.key < b.key ? -1 : 1));
  const sum = (term: 'price' | 'volume' | 'mix' | 'unexplained') => rows.reduce((total, row) => total + row[term], 0);
  return { price: sum('price'), volume: sum('volume'), mix: sum('mix'), unexplained: sum('unexplained'), rows };
}

interface Totals {
  cost: number;
  quantity: number;
}
const nothing: Totals = { cost: 0, quantity: 0 };

function totalsByKey(list: readonly PricedQuantity[]): Map<string, Totals> {
  const totals = new Map<string, Totals>();
  for (const { key, cost, quantity } of list) {
    if (!Number.isFinite(cost) || !Number.isFinite(quantity)) throw new RangeError(`The cost or quantity of ${key} is not a number`);
    const sum = totals.get(key) ?? nothing;
    totals.set(key, { cost: sum.cost + cost, quantity: sum.quantity + quantity });
  }
  return totals;
}

function rowOf(key: string, was: Totals, is: Totals): PriceVolumeMixRow {
  const row = { key, costBefore: was.cost, costAfter: is.cost, change: is.cost - was.cost };
  const without = (was.quantity === 0 ? -was.cost : 0) + (is.quantity === 0 ? is.cost : 0);
  const priceBefore = was.quantity === 0 ? null : was.cost / was.quantity;
  const priceAfter = is.quantity === 0 ? null : is.cost / is.quantity;
  const p0 = priceBefore ?? priceAfter ?? 0;
  const p1 = priceAfter ?? p0;
  const more = is.quantity - was.quantity;
  // Adding zero turns −0 into 0.
  return { ...row, price: (p1 - p0) * was.quantity + 0, volume: p0 * more + 0, mix: (p1 - p0) * more + 0, unexplained: without + 0 };
}
