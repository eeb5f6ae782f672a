/** What can be counted. Money is in the billing currency; a quantity only means something beside its unit. */
export const exploreMeasures = {
  effective: { title: 'Effective cost', unit: 'money' },
  billed: { title: 'Billed cost', unit: 'money' },
  list: { title: 'List cost', unit: 'money' },
  contracted: { title: 'Contracted cost', unit: 'money' },
  savings: { title: 'Savings against list', unit: 'money' },
  tokens: { title: 'Tokens', unit: 'tokens' },
  'per-million': { title: 'Cost per 1M tokens', unit: 'price' },
  quantity: { title: 'Quantity', unit: 'quantity' },
  charges: { title: 'Charges', unit: 'count' },
} as const;
export type ExploreMeasure = keyof typeof exploreMeasures;
export const isExploreMeasure = (word: string): word is ExploreMeasure => Object.hasOwn(exploreMeasures, word);

/** Money stands in a currency, and two currencies are never added; tokens and charges are one heap. */
export const isMoney = (measure: ExploreMeasure): boolean => ['money', 'price'].includes(exploreMeasures[measure].unit);

/** A sum of parts may be stacked and shared out; a price may not. */
export const isAdditive = (measure: ExploreMeasure): boolean => measure !== 'per-million';

export const exploreMarks = ['bars', 'lines', 'mean', 'area', 'cumulative', 'treemap'] as const;
export type ExploreMark = (typeof exploreMarks)[number];

/**
 * What charges are switched on and off by, so that each is under exactly one: FOCUS ChargeCategory, and apart from it what is given back (`refund`) and
 * what a commitment has paid for (`amortized`).
 */
export const chargeParts = ['usage', 'amortized', 'purchase', 'tax', 'credit', 'refund', 'adjustment'] as const;
export type ChargePart = (typeof chargeParts)[number];
/** On the page. */
export const chargePartNames: Record<ChargePart, string> = {
  usage: 'Usage',
  amortized: 'Amortized',
  purchase: 'Purchase',
  tax: 'Tax',
  credit: 'Credit',
  refund: 'Refund or correction',
  adjustment: 'Adjustment',
};
