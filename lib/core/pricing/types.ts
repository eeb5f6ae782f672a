import type { Channel, Deployment, ServiceTier } from '../usage/channels';
import type { TokenKind } from '../usage/tokens';

/** What a price is looked up by. `region` and `deployment` null: not known. */
export interface PriceKey {
  model: string;
  channel: Channel;
  region: string | null;
  deployment: Deployment | null;
  tier: ServiceTier;
}

/** Prices for prompts above `above` tokens; the first band has `above` 0. Rates are exact decimals per 1,000,000 tokens. */
export interface PriceBand {
  above: number;
  rates: Partial<Record<TokenKind, string>>;
}

/** The prices of one model on one channel under one tier, from a day on. `region` and `deployment` null: all of them. */
export interface RateCard {
  model: string;
  vendor: string | null;
  channel: Channel;
  region: string | null;
  deployment: Deployment | null;
  tier: ServiceTier;
  currency: string;
  bands: readonly PriceBand[];
  /** First day, and the day after the last; null: not known, or still valid. */
  validFrom: string | null;
  validTo: string | null;
  /** Where it is from: `genai-prices 0.1.8`, `own`, … */
  source: string;
  /** An own, negotiated price. It goes before every list price. */
  isOwn: boolean;
}

/** priced: every kind that was counted has a price. partly: some have. unpriced: none has, and the amount is null, never zero. */
export type PriceState = 'priced' | 'partly' | 'unpriced';

export interface PricedTokens {
  state: PriceState;
  /** Exact decimal of what could be priced; null when nothing could. */
  amount: string | null;
  currency: string | null;
  missing: readonly TokenKind[];
  card: RateCard | null;
}
