/** A charge in a list; amounts are exact decimals as text, null where its load does not count for that measure. */
export interface ChargeRow {
  loadId: number;
  line: string;
  profileKey: string;
  day: string;
  provider: string;
  service: string | null;
  description: string | null;
  resource: string | null;
  subAccount: string | null;
  model: string | null;
  tokenType: string | null;
  region: string | null;
  team: string | null;
  category: string | null;
  currency: string;
  billed: string | null;
  effective: string | null;
  quantity: string | null;
  unit: string | null;
}
