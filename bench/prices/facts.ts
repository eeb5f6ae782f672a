import Big from 'big.js';
import type { PriceBand } from '../../lib/core/pricing/types';
import type { Channel, Deployment, ServiceTier } from '../../lib/core/usage/channels';
import type { TokenKind } from '../../lib/core/usage/tokens';
import { canonicalModel } from '../../lib/ingest/enrich/canonical-model';

export type Rates = Partial<Record<TokenKind, string>>;

/** What a price list says about one model, before the lists are weighed against each other. */
export interface Fact {
  model: string;
  channel: Channel;
  region: string | null;
  deployment: Deployment | null;
  tier: ServiceTier;
  from: string | null;
  to: string | null;
  bands: PriceBand[];
  source: string;
  /** What the same list asks for the model without tier and place: the fact holds for as long as that is the list price. */
  base?: Rates;
}

/** Something the lists do not agree on, or that is left out, and what was done. */
export interface Disagreement {
  channel: Channel;
  model: string;
  what: string;
  kept: string;
  other: string;
}

export const standardOf = (fact: Pick<Fact, 'channel' | 'model'>): string => `${fact.channel} ${fact.model}`;

/** A JSON number as the decimal it was written as; the shortest text that reads back as the same number. */
export const decimal = (value: number | string): string => new Big(String(value)).toFixed();
/** A price per token as the rate per 1,000,000. */
export const perMillion = (value: number | string, per = 1): string => new Big(String(value)).times(1_000_000).div(per).toFixed();
export const times = (rates: Rates, factor: string): Rates =>
  Object.fromEntries(Object.entries(rates).map(([kind, rate]) => [kind, new Big(rate).times(factor).toFixed()]));

/** Prices per 1M that no token costs: the unit was mistaken. */
export const isOffScale = (rates: Rates): boolean =>
  Object.values(rates).some((r) => !new Big(r).eq(0) && (new Big(r).lt('0.001') || new Big(r).gt('1000')));
export const isFree = (rates: Rates): boolean => Object.values(rates).every((r) => new Big(r).eq(0));

const sameRate = (a: string, b: string): boolean => new Big(a).eq(b);
/** Kinds that both price, and differently; null where they share none. */
export function differing(a: Rates, b: Rates): TokenKind[] | null {
  const shared = (Object.keys(a) as TokenKind[]).filter((k) => b[k] !== undefined);
  return shared.length === 0 ? null : shared.filter((k) => !sameRate(a[k] ?? '', b[k] ?? ''));
}
export const agree = (a: Rates, b: Rates): boolean => differing(a, b)?.length === 0;

/** Fine-tuned models, and route words at the end of an id: other products, which would all become one name. */
export const isVariant = (id: string): boolean =>
  /^(?:.*\/)?ft[:-]|\.ft-|:(?:free|nitro|extended|floor|online|exacto|thinking|batch)$|^~/.test(id);

export function modelOf(id: string): string | null {
  const model = canonicalModel(id);
  return model === null || /[^a-z0-9.:+-]/.test(model) ? null : model;
}

export const ratesText = (bands: readonly PriceBand[]): string =>
  bands
    .map(
      ({ above, rates }) =>
        (above ? `above ${above}: ` : '') +
        (Object.entries(rates)
          .map(([k, r]) => `${k} ${r}`)
          .join(', ') || 'no price'),
    )
    .join('; ');
