/** Rows of one provider, billing account and billing month: what becomes a load. */
export interface Part {
  [key: string]: string | string[] | null;
  provider: string;
  account: string | null;
  accountName: string | null;
  billingPeriod: string;
  fromDay: string;
  toDay: string;
  chargeTo: string;
  rows: string;
  subAccounts: string[];
}
