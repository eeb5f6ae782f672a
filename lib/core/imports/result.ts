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
  /** The mapping its columns were read by, and in which state it was. */
  mapping?: { name: string; fingerprint: string; digest: string };
  /** The person has to say this before the file can be loaded. */
  choice?: 'currency' | 'dateOrder' | 'format';
  /** Nobody knows its columns, and a person can say what they are. */
  isMappable?: boolean;
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
  /** Of these rows; absent in what was found before they were counted. */
  accepted?: number;
  rejected?: number;
  skipped?: number;
  /** What would be kept adds up to this, exactly, currency by currency. */
  billed?: CurrencyAmount[];
  effective?: CurrencyAmount[];
  rowsAreEstimated: boolean;
  preview: Record<string, string | null>[];
  replaces: ReplacedLoad[];
  /** Each day of the file replaces that day only. */
  replacesDays?: boolean;
  choice?: ImportResult['choice'];
  problem?: string;
  /** The mapping its columns are read by. */
  mapping?: string;
  /** Nobody knows its columns, and a person can say what they are. */
  isMappable?: boolean;
}

/** Rows and what they add up to; amounts exact, one entry for each currency. */
export interface Weight {
  rows: string;
  totals: { currency: string | null; billed: string | null; effective: string | null }[];
}

/** A load that will no longer count once the file is loaded. */
export interface ReplacedLoad extends Weight {
  id: number;
  source: string;
  provider: string;
  account: string | null;
  billingPeriod: string;
  activatedAt: Date | string | null;
  /** What the file has for the same account and month. */
  after?: Weight;
}
