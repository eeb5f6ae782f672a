/** A load as it is listed: what it holds and what of it counts. Amounts are exact decimals as text, days are `YYYY-MM-DD`. */
export interface LoadSummary {
  id: number;
  sourceId: number;
  source: string;
  provider: string;
  format: string;
  dataset: string;
  account: string | null;
  accountName: string | null;
  billingPeriod: string;
  from: string;
  to: string;
  rows: string;
  totals: { currency: string | null; billed: string | null; effective: string | null }[];
  importId: number;
  fileName: string;
  /** active: all of it counts; partly: some days or measures; superseded: none of it; undone; loading. */
  state: 'active' | 'partly' | 'superseded' | 'undone' | 'loading';
  /** A moment; text once it has travelled. */
  activatedAt: Date | string | null;
}
