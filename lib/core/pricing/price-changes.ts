import Big from 'big.js';
import { byText } from '../text/by-text';
import type { TokenCounts, TokenKind } from '../usage/tokens';
import { tokenKinds } from '../usage/tokens';
import { priceTokens } from './price-tokens';
import type { RateCard } from './types';

/** What one kind of token cost before and costs now, per 1,000,000; null is no price. */
export interface RateChange {
  kind: TokenKind;
  above: number;
  before: string | null;
  after: string | null;
  /** A ratio, `-0.2` for a fifth less; null where there is nothing to compare with. */
  ratio: string | null;
}

/** On `day`, `after` took the place of `before`: the same model, channel, tier and place. */
export interface PriceChange {
  day: string;
  before: RateCard;
  after: RateCard;
  rates: RateChange[];
}

/** What a change means in money for given usage. */
export interface ChangeEffect {
  before: string | null;
  after: string | null;
  /** After less before; null where a part has no price, or the currencies differ. */
  difference: string | null;
  currency: string | null;
  /** Kinds that were counted and have no price before or after: their cost is in neither sum. */
  missing: TokenKind[];
}

/** The changes between successive cards of one model, channel, tier and place, oldest first. Own and list prices are each their own succession. */
export function priceChanges(cards: readonly RateCard[]): PriceChange[] {
  const successions = new Map<string, RateCard[]>();
  for (const card of cards) {
    const key = JSON.stringify([card.channel, card.model, card.tier, card.deployment, card.region, card.isOwn]);
    const there = successions.get(key);
    if (there) there.push(card);
    else successions.set(key, [card]);
  }
  const changes = [...successions.values()].flatMap((succession) => {
    const inOrder = [...succession].sort((a, b) => byText(a.validFrom ?? '', b.validFrom ?? ''));
    return inOrder.flatMap((after, index): PriceChange[] => {
      const before = inOrder[index - 1];
      if (!before || after.validFrom === null || after.validFrom === before.validFrom) return [];
      const rates = rateChanges(before, after);
      return rates.length ? [{ day: after.validFrom, before, after, rates }] : [];
    });
  });
  return changes.sort((a, b) => byText(a.day, b.day) || byText(a.after.model, b.after.model));
}

/** Where two cards differ, in every band that either has. */
export function rateChanges(before: RateCard, after: RateCard): RateChange[] {
  const thresholds = [...new Set([...before.bands, ...after.bands].map((b) => b.above))].sort((a, b) => a - b);
  return thresholds.flatMap((above) =>
    tokenKinds.flatMap((kind): RateChange[] => {
      const [was, is] = [rateAt(before, above, kind), rateAt(after, above, kind)];
      if (was === null || is === null ? was === is : before.currency === after.currency && new Big(was).eq(is)) return [];
      const isComparable = was !== null && is !== null && before.currency === after.currency && !new Big(was).eq(0);
      return [{ kind, above, before: was, after: is, ratio: isComparable ? ratioOf(was, is) : null }];
    }),
  );
}

const rateAt = (card: RateCard, above: number, kind: TokenKind): string | null =>
  [...card.bands].sort((a, b) => b.above - a.above).find((b) => b.above <= above)?.rates[kind] ?? null;

const ratioOf = (before: string, after: string): string => new Big(after).minus(before).div(before).round(6).toFixed();

/** What usage cost by one card and costs by another. Each of `usages` is priced in its own band, so calls are given one by one or by size. */
export function effectOf({ before, after }: Pick<PriceChange, 'before' | 'after'>, usages: readonly TokenCounts[]): ChangeEffect {
  const missing = new Set<TokenKind>();
  const sum = (card: RateCard): Big | null => {
    let total: Big | null = null;
    for (const tokens of usages) {
      const priced = priceTokens(tokens, card);
      for (const kind of priced.missing) missing.add(kind);
      if (priced.amount !== null) total = (total ?? new Big(0)).plus(priced.amount);
    }
    return total;
  };
  const [was, is] = [sum(before), sum(after)];
  const isComparable = was !== null && is !== null && missing.size === 0 && before.currency === after.currency;
  return {
    before: was?.toFixed() ?? null,
    after: is?.toFixed() ?? null,
    difference: isComparable ? is.minus(was).toFixed() : null,
    currency: before.currency === after.currency ? after.currency : null,
    missing: tokenKinds.filter((k) => missing.has(k)),
  };
}
