import Big from 'big.js';
import type { Suggestion } from './suggest';
import type { TaughtMeaning } from './taught';

/** A meter of AI spend that nobody recognised, as the page and the terminal list it. */
export interface UnrecognisedMeter {
  provider: string;
  providerName: string;
  /** As delivered; null where the bill gives it no name, so that it cannot be taught. */
  text: string | null;
  /** The column it stands in. */
  column: string | null;
  services: string[];
  charges: string;
  costs: { currency: string; amount: string }[];
  quantities: { unit: string | null; amount: string }[];
  why: string;
  suggestion: Suggestion | null;
  firstDay: string;
  lastDay: string;
}

/** AI spend of one provider, and how much of it is recognised. */
export interface RecognisedShare {
  provider: string;
  providerName: string;
  currency: string;
  effective: string;
  unrecognised: string;
  /** Of one, four digits; null where nothing was spent. */
  share: string | null;
}

export interface TaughtMeterView {
  id: number;
  provider: string;
  providerName: string;
  meter: string;
  meaning: TaughtMeaning;
  taughtBy: string;
  taughtAt: string;
}

export interface MetersView {
  unrecognised: UnrecognisedMeter[];
  shares: RecognisedShare[];
  taught: TaughtMeterView[];
  mayTeach: boolean;
}

/** How much is recognised: rounded down, so that all is said only where all is. */
export function shareOf(effective: string, unrecognised: string): string | null {
  const all = new Big(effective);
  if (all.lte(0)) return null;
  const part = all.minus(unrecognised).div(all).round(4, Big.roundDown);
  return (part.lt(0) ? new Big(0) : part).toFixed();
}

/** Adds amounts that belong together, one sum for each of `key`. */
export function sumBy<T, K extends string | null>(
  rows: readonly T[],
  key: (row: T) => K,
  amount: (row: T) => string | null,
): { key: K; amount: string }[] {
  const sums = new Map<K, Big>();
  for (const row of rows) {
    const value = amount(row);
    if (value !== null) sums.set(key(row), (sums.get(key(row)) ?? new Big(0)).plus(value));
  }
  return [...sums].map(([k, sum]) => ({ key: k, amount: sum.toFixed() }));
}

/** Why a meter is in the list. */
export function whyUnrecognised({
  text,
  model,
  tokenType,
  isSuspect,
  unit,
}: {
  text: string | null;
  model: string | null;
  tokenType: string | null;
  isSuspect: boolean;
  unit: string | null;
}): string {
  if (isSuspect)
    return `Whatever ${unit ? `“${unit}”` : 'its unit'} counts, a million tokens would cost less than 0.001 or more than 1,000.`;
  if (text === null) return 'The bill names no meter: this export was made without its line items.';
  if (model === null) return 'No model is named that we know.';
  if (tokenType === null) return `It is ${model}, but of what kind its tokens are is not said.`;
  return 'It is not classified.';
}
