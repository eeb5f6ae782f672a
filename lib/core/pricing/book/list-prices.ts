import { type Channel, channels, deployments, serviceTiers } from '../../usage/channels';
import type { TokenKind } from '../../usage/tokens';
import type { PriceBand, RateCard } from '../types';
import { listText } from './generated/list';

/** The list as it is kept: what many rows share is said once and named by its index. Made by bench/prices/generate-book.ts. */
export interface KeptList {
  sources: string[];
  vendors: string[];
  rows: KeptRow[];
}

/** Channel, models, vendor (-1 none), region, deployment (-1 all), tier, first day, day after the last, source, bands. */
export type KeptRow = [string, string[], number, string | null, number, number, string | null, string | null, number, string];

/** One letter for each kind of token; `i2.5 o10|200000 i5 o15` is two bands. */
export const kindLetters: Record<TokenKind, string> = {
  input: 'i',
  cached_input: 'c',
  cache_write_5m: 'w',
  cache_write_1h: 'W',
  output: 'o',
  reasoning: 'r',
  input_audio: 'a',
  output_audio: 'A',
  input_image: 'p',
  output_image: 'P',
};

const kindOfLetter = new Map(Object.entries(kindLetters).map(([kind, letter]) => [letter, kind as TokenKind]));

let read: readonly RateCard[] | null = null;

/** Public list prices that come with Headroom, in US dollars. Read once, when they are first wanted. */
export function listPrices(): readonly RateCard[] {
  read ??= readList(JSON.parse(listText) as KeptList);
  return read;
}

function readList({ sources, vendors, rows }: KeptList): RateCard[] {
  return rows.flatMap(([channel, models, vendor, region, deployment, tier, validFrom, validTo, source, bands]) => {
    if (!Object.hasOwn(channels, channel)) throw new Error(`the list of prices names an unknown channel: ${channel}`);
    const shared = {
      vendor: vendors[vendor] ?? null,
      channel: channel as Channel,
      region,
      deployment: deployments[deployment] ?? null,
      tier: serviceTiers[tier] ?? 'standard',
      currency: 'USD',
      bands: bands.split('|').map(readBand),
      validFrom,
      validTo,
      source: sources[source] ?? 'list',
      isOwn: false,
    };
    return models.map((model): RateCard => ({ model, ...shared }));
  });
}

function readBand(text: string, index: number): PriceBand {
  const words = text === '' ? [] : text.split(' ');
  const above = index === 0 ? 0 : Number(words.shift());
  const rates: PriceBand['rates'] = {};
  for (const word of words) {
    const kind = kindOfLetter.get(word.charAt(0));
    if (kind !== undefined) rates[kind] = word.slice(1);
  }
  return { above, rates };
}
