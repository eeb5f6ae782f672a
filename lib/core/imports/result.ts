/** What became of a file. Amounts are exact decimals as text. */
export interface ImportResult {
  file: string;
  provider: string | null;
  format: string | null;
  outcome: 'imported' | 'imported-with-rejects' | 'unchanged' | 'refused';
  reason: string | null;
  rows: number;
  accepted: number;
  rejected: number;
  skipped: number;
  billed: CurrencyAmount[];
  effective: CurrencyAmount[];
  /** First charge day, and the day after the last one. */
  from: string | null;
  to: string | null;
  loads: number[];
  /** Loads that no longer count, wholly or in part, because of this one. */
  replaced: number[];
  /** The person has to say this before the file can be loaded. */
  choice?: 'currency' | 'dateOrder' | 'format';
}

export interface CurrencyAmount {
  currency: string | null;
  amount: string;
}

/** What a file was recognised as, shown before it is confirmed. */
export interface Finding {
  provider: string;
  format: string;
  formatId: string;
  version: string | null;
  because: string;
  dataset: string;
  members: string[];
  columns: number;
  accounts: string[];
  currencies: string[];
  from: string | null;
  to: string | null;
  rows: number | null;
  rowsAreEstimated: boolean;
  preview: Record<string, string | null>[];
  replaces: ReplacedLoad[];
  choice?: ImportResult['choice'];
  problem?: string;
}

/** A load that will no longer count once the file is loaded. */
export interface ReplacedLoad {
  id: number;
  source: string;
  billingPeriod: string;
  rows: string;
  totals: { currency: string | null; billed: string | null; effective: string | null }[];
  activatedAt: Date | string | null;
}
