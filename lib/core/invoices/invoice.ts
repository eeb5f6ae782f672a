import type { Day } from '../time/days';

export const chargeCategories = ['Usage', 'Purchase', 'Tax', 'Credit', 'Adjustment'] as const;
export type ChargeCategory = (typeof chargeCategories)[number];

/** The category as FOCUS writes it, whatever the case; null where FOCUS has no such. */
export const categoryOf = (word: string): ChargeCategory | null =>
  chargeCategories.find((c) => c.toLowerCase() === word.trim().toLowerCase()) ?? null;

/** Signed amounts as text. Empty where the invoice says its total alone. */
export type ByCategory = Partial<Record<ChargeCategory, string>>;

/** What an issuer asks of one billing account for one month, in one currency. */
export interface Invoice {
  /** Who sends it, by our id or in the issuer's own words. */
  provider: string;
  /** Empty where the issuer has one account and does not name it. */
  account: string;
  number: string;
  /** The first day of the billed month. */
  period: Day;
  currency: string;
  amount: string;
  categories: ByCategory;
  /** When it was issued; null where nobody said. What was billed later cannot stand on it. */
  issued: Day | null;
  /** How many lines were each rounded before they were added. */
  lines: number;
}
