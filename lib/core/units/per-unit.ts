import Big from 'big.js';

// Ratios of sums, never means of ratios (finops-math §2). A ratio without a base is null, shown as "–", never 0.

/** Digits of a unit cost. A division does not end; the figure is rounded once, here, half to even. */
export const unitDigits = 12;

const Exact = Big();
Exact.DP = 40;

/** `cost` ÷ `units`. Null where there is no cost to speak of, or nothing to divide it by. */
export function perUnit(cost: string | null, units: string | number | bigint, digits = unitDigits): string | null {
  const by = new Exact(String(units));
  return cost === null || by.lte(0) ? null : new Exact(cost).div(by).round(digits, Big.roundHalfEven).toFixed();
}

/** A share as a decimal, `0.125`; null where the whole is zero or less: a share of a credit says nothing. */
export const shareOf = (part: string | null, whole: string | null, digits = 6): string | null =>
  part === null || whole === null ? null : perUnit(part, whole, digits);

export interface TaskCounts {
  tasks: number;
  succeeded: number;
  /** Those of which somebody said how they ended. */
  reported: number;
}

/** All cost, failures and retries with it, ÷ what succeeded. Null with none, and where nobody ever said. */
export const perSuccess = (cost: string | null, { succeeded, reported }: Pick<TaskCounts, 'succeeded' | 'reported'>): string | null =>
  reported === 0 || succeeded === 0 ? null : perUnit(cost, succeeded);

/** Succeeded ÷ reported. What was never reported neither succeeded nor failed. */
export const successRate = ({ succeeded, reported }: Pick<TaskCounts, 'succeeded' | 'reported'>): string | null =>
  shareOf(String(succeeded), String(reported));

/** What failed tasks, and failed calls of the others, cost of all. */
export const failureOverhead = (failed: string | null, retries: string | null, cost: string | null): string | null =>
  failed === null && retries === null ? null : shareOf(new Exact(failed ?? 0).plus(retries ?? 0).toFixed(), cost);

/** (revenue − cost) ÷ revenue; null without revenue. */
export const marginOf = (revenue: string | null, cost: string | null): string | null =>
  revenue === null || cost === null ? null : shareOf(new Exact(revenue).minus(cost).toFixed(), revenue);

/** How far an estimate was from what was billed: (billed − estimated) ÷ estimated; null where nothing was estimated. */
export const driftOf = (estimated: string | null, billed: string | null): string | null =>
  estimated === null || billed === null ? null : shareOf(new Exact(billed).minus(estimated).toFixed(), estimated);

/** Exact sum; what is not known is left out, and all of it not known is not known. */
export function sumKnown(amounts: readonly (string | null)[]): string | null {
  const known = amounts.filter((a) => a !== null);
  return known.length === 0 ? null : known.reduce((sum, a) => sum.plus(a), new Exact(0)).toFixed();
}
