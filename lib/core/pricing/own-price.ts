import Big from 'big.js';
import { z } from 'zod';
import { day, positive } from '../input/fields';
import { type Channel, channels, deployments, serviceTiers } from '../usage/channels';
import { type TokenKind, tokenKinds } from '../usage/tokens';
import type { PriceBand, RateCard } from './types';

/** For how many tokens a price is written. */
const perTokens = ['1', '1000', '1000000'] as const;

const channelIds = Object.keys(channels) as [Channel, ...Channel[]];
const orNull = <T extends z.ZodType>(schema: T) => schema.nullish().transform((v) => v ?? null);
const oneOf = <T extends readonly [string, ...string[]]>(words: T) => z.enum(words, { error: `is none of ${words.join(', ')}` });

/** What says which usage a price is for. */
const scope = {
  model: z.string({ error: 'is missing' }).trim().min(1, 'is empty').max(200, 'is longer than 200 characters'),
  channel: oneOf(channelIds),
  region: orNull(z.string().trim().toLowerCase().min(1).max(60, 'is longer than 60 characters')),
  deployment: orNull(oneOf(deployments)),
  tier: oneOf(serviceTiers).default('standard'),
  per: oneOf(perTokens),
  currency: z
    .string({ error: 'is missing: a price has a currency' })
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{3}$/, 'is no currency code like USD'),
  valid_from: orNull(day),
  valid_to: orNull(day),
};

const isPeriod = (v: { valid_from: string | null; valid_to: string | null }): boolean =>
  v.valid_from === null || v.valid_to === null || v.valid_from < v.valid_to;
const period = { error: 'is not after valid_from: it is the day after the last', path: ['valid_to'] };
const isTokenTier = (v: { tier: string }): boolean => v.tier !== 'provisioned' && v.tier !== 'reserved';
const tokenTier = { error: 'is paid by the hour: it has no price per token', path: ['tier'] };

/** One line of a price file: one kind of token of one model. */
export const PriceRow = z
  .strictObject({
    ...scope,
    kind: oneOf(tokenKinds),
    price: positive,
    above: z
      .string()
      .regex(/^\d{1,9}$/, 'is no number of tokens')
      .nullish()
      .transform((v) => Number(v ?? 0)),
  })
  .refine(isPeriod, period)
  .refine(isTokenTier, tokenTier);
export type PriceRow = z.output<typeof PriceRow>;

/** A whole card, as a form or a program sends it: the prices of every kind at once. Amounts are text. */
export const PriceForm = z
  .strictObject({
    ...scope,
    bands: z
      .array(
        z.strictObject({
          above: z.number().int().min(0).max(999_999_999).default(0),
          prices: z.partialRecord(z.enum(tokenKinds), positive),
        }),
      )
      .min(1, 'has no price')
      .max(10),
    note: z.string().trim().max(500).default(''),
    confirm_scale: z.boolean().default(false),
  })
  .refine(isPeriod, period)
  .refine(isTokenTier, tokenTier);
export type PriceForm = z.output<typeof PriceForm>;

/** A price for 1, 1,000 or 1,000,000 tokens as the rate for 1,000,000. Exact: it is only ever multiplied. */
export const ratePerMillion = (price: string, per: string): string => new Big(price).times(1_000_000).div(per).toFixed();

const least = new Big('0.001');
const most = new Big('1000');

/** True where tokens do not cost so much or so little: most likely the unit is another. Free is free. */
export function isOffScale(rate: string): boolean {
  const value = new Big(rate);
  return !value.eq(0) && (value.lt(least) || value.gt(most));
}

type Scope = Omit<PriceRow, 'kind' | 'price' | 'above' | 'per'>;

/** Bands in their order; a kind that a higher band does not name keeps the price of the lower one. */
export function ownCard(of: Scope, vendor: string | null, bands: readonly PriceBand[]): RateCard {
  let lower: Partial<Record<TokenKind, string>> = {};
  const filled = [...bands]
    .sort((a, b) => a.above - b.above)
    .map(({ above, rates }) => {
      lower = { ...lower, ...rates };
      return { above, rates: inOrder(lower) };
    });
  return {
    model: of.model,
    vendor,
    channel: of.channel,
    region: of.region,
    deployment: of.deployment,
    tier: of.tier,
    currency: of.currency,
    bands: filled[0]?.above === 0 ? filled : [{ above: 0, rates: {} }, ...filled],
    validFrom: of.valid_from,
    validTo: of.valid_to,
    source: 'own',
    isOwn: true,
  };
}

const inOrder = (rates: Partial<Record<TokenKind, string>>): Partial<Record<TokenKind, string>> =>
  Object.fromEntries(tokenKinds.flatMap((k) => (rates[k] === undefined ? [] : [[k, rates[k]]])));

/** Two cards of one identity are for the same usage from the same day: the newer replaces the older. */
export const cardIdentity = (c: RateCard): string => JSON.stringify([c.channel, c.model, c.tier, c.deployment, c.region, c.validFrom]);

/** `gpt-4o on Azure, data zone, eu, batch, from 2026-01-01`. */
export function cardName(c: RateCard): string {
  const place = [c.deployment?.replace('_', ' '), c.region];
  const tier = c.tier === 'standard' ? null : c.tier.replace('_', ' ');
  const dates = [c.validFrom && `from ${c.validFrom}`, c.validTo && `until ${c.validTo}`];
  return [`${c.model} on ${channels[c.channel]}`, ...place, tier, ...dates].filter(Boolean).join(', ');
}

/** `input 2.5, output 10 USD per 1M; above 200000: input 5, output 10 USD per 1M`. */
export const ratesInWords = ({ bands, currency }: Pick<RateCard, 'bands' | 'currency'>): string =>
  bands
    .map(({ above, rates }) => {
      const words = Object.entries(inOrder(rates)).map(([kind, rate]) => `${kind.replaceAll('_', ' ')} ${rate}`);
      return `${above ? `above ${above}: ` : ''}${words.length ? `${words.join(', ')} ${currency} per 1M` : 'no price'}`;
    })
    .join('; ');
