import { addDays, type Day } from '../time/days';
import type { Range } from '../time/period';
import { channels } from '../usage/channels';
import { tokenKindWords } from '../usage/tokens';
import { type PriceBook, withoutSnapshot } from './price-book';
import { type RateChange, rateChanges } from './price-changes';
import type { PriceKey, RateCard } from './types';

/** From `day` on, what is used is priced by another card, with other rates. */
export interface PriceMove {
  day: Day;
  key: PriceKey;
  before: RateCard;
  after: RateCard;
  rates: RateChange[];
}

/** A model under another date is priced by the same cards. */
const baseOf = (model: string): string => withoutSnapshot(model) ?? model;

/**
 * On which days of a period the price of something in use changed, the first use first. A price counts that applies to the use itself: its channel, tier
 * and place, an own price before a list price. A first price is no change. What is the same for several places is told once.
 */
export function priceMoves(book: PriceBook, uses: readonly PriceKey[], { from, to }: Range): PriceMove[] {
  const days = new Map<string, Set<Day>>();
  for (const { channel, tier, model, validFrom, validTo } of book.cards)
    for (const day of [validFrom, validTo])
      if (day !== null && day >= from && day < to) {
        const shelf = JSON.stringify([channel, tier, baseOf(model)]);
        days.set(shelf, (days.get(shelf) ?? new Set()).add(day));
      }
  const found = new Map<string, PriceMove>();
  for (const key of uses)
    for (const day of [...(days.get(JSON.stringify([key.channel, key.tier, baseOf(key.model)])) ?? [])].sort()) {
      const [before, after] = [book.find(key, addDays(day, -1))?.card, book.find(key, day)?.card];
      if (!before || !after || before === after) continue;
      const rates = rateChanges(before, after);
      const id = JSON.stringify([day, key.channel, key.tier, key.model, rates]);
      if (rates.length > 0 && !found.has(id)) found.set(id, { day, key, before, after, rates });
    }
  return [...found.values()];
}

/** Kinds of tokens that one sentence names. */
const NAMED = 4;

/** "gpt-5.6-sol on OpenAI: input 5 → 4 USD, output 30 → 20 USD per 1M tokens (list price)." Old and new rate, unit, channel and whose price it is. */
export function priceMoveWords({ key, before, after, rates }: PriceMove): string {
  const plain = rates.filter((r) => r.above === 0);
  const told = plain.length > 0 ? plain : rates.filter((r) => r.above === rates[0]?.above);
  const rate = ({ kind, before: was, after: is }: RateChange) => {
    const old = was === null ? 'no price' : before.currency === after.currency ? was : `${was} ${before.currency}`;
    return `${tokenKindWords[kind].toLowerCase()} ${old} → ${is === null ? 'no price' : `${is} ${after.currency}`}`;
  };
  const size = told[0] && told[0].above > 0 ? ` for prompts above ${told[0].above.toLocaleString('en')} tokens` : '';
  const more = told.length > NAMED ? ` and ${told.length - NAMED} more` : '';
  const tier = key.tier === 'standard' ? '' : `, ${key.tier.replaceAll('_', ' ')}`;
  const whose = (card: RateCard) => (card.isOwn ? 'own price' : 'list price');
  const source = whose(before) === whose(after) ? whose(after) : `${whose(before)} before, ${whose(after)} now`;
  return `${key.model} on ${channels[key.channel]}${tier}: ${told.slice(0, NAMED).map(rate).join(', ')}${more} per 1M tokens${size} (${source}).`;
}
