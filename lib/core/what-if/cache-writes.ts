import type { PriceBook } from '../pricing/price-book';
import type { RateCard } from '../pricing/types';
import { type Channel, channels } from '../usage/channels';
import type { TokenCounts, TokenKind } from '../usage/tokens';

/** Whose models cache prompts by themselves there, and take nothing for writing them. */
const cachesItself: Partial<Record<Channel, string>> = { openai: 'openai', azure: 'openai', vertex: 'google', gemini: 'google' };
/** Channels that sell the models of one vendor alone. */
const sellsOneVendor: ReadonlySet<Channel> = new Set(['openai', 'gemini']);
const writes: readonly TokenKind[] = ['cache_write_5m', 'cache_write_1h'];

const hasWritePrice = (card: RateCard): boolean => card.bands.some(({ rates }) => writes.some((kind) => rates[kind] !== undefined));

/** Models of which a channel of their vendor's bills writes: another that has no price for them there does not give them away. */
const billed = new WeakMap<PriceBook, ReadonlySet<string>>();
function billedIn(book: PriceBook): ReadonlySet<string> {
  const known = billed.get(book);
  if (known) return known;
  const made = new Set(book.cards.filter((c) => cachesItself[c.channel] !== undefined && hasWritePrice(c)).map((c) => c.model));
  billed.set(book, made);
  return made;
}

/**
 * Tokens that were written to a cache elsewhere are plain input where the vendor caches by itself and bills no writes: it has a price for input
 * and one for cached input, and none for writing. Null where nothing was written, or writing may cost.
 */
export function writesAsInput(tokens: TokenCounts, card: RateCard, book: PriceBook): { tokens: TokenCounts; words: string } | null {
  const { cache_write_5m: short = 0, cache_write_1h: long = 0, ...rest } = tokens;
  const vendor = cachesItself[card.channel];
  const isTheirs = vendor !== undefined && (card.vendor === vendor || (card.vendor === null && sellsOneVendor.has(card.channel)));
  if (short + long === 0 || !isTheirs || hasWritePrice(card) || billedIn(book).has(card.model)) return null;
  if (card.bands.some(({ rates }) => rates.input === undefined || rates.cached_input === undefined)) return null;
  return {
    tokens: { ...rest, input: (rest.input ?? 0) + short + long },
    words: `cache writes count as input: ${card.model} on ${channels[card.channel]} bills none`,
  };
}
