import { decimal, type Exact } from './money';

type SampleFormat =
  | 'azure-ea-actual'
  | 'azure-ea-amortized'
  | 'azure-mca-actual'
  | 'aws-cur-2'
  | 'aws-cur-legacy'
  | 'openai-costs-api'
  | 'openai-usage-api'
  | 'openai-cost-csv'
  | 'focus-1.2'
  | 'focus-1.0';

export interface SampleFile {
  path: string;
  provider: 'azure' | 'aws' | 'openai' | 'gcp' | 'oracle';
  format: SampleFormat;
  /** Records in the file: lines of a CSV without its header, results of a JSON page. */
  rows: number;
  /** Σ BilledCost per currency, counted while writing. A file that only describes use has no entry. */
  billed: { currency: string; amount: string }[];
  /** The path of the version that replaces this one. */
  supersededBy?: string;
}

/** A file before it is written; its path is relative to the sample's folder. */
export interface SampleContent extends SampleFile {
  month: string;
  content: string | Buffer;
}

export function billedIn(currency: string, amount: Exact): { currency: string; amount: string }[] {
  return [{ currency, amount: decimal(amount) }];
}
