import { type Channel, channels, type Deployment } from '../usage/channels';
import type { PriceKey, RateCard } from './types';
import { zoneOf } from './zones';

export interface FoundCard {
  card: RateCard;
  /** What was assumed to find it, in words; null when the card is exactly for what was asked. */
  note: string | null;
}

/** What a channel gives to those who say nothing: the id without a prefix on Bedrock, the global endpoint elsewhere. */
const usualDeployment: Partial<Record<Channel, Deployment>> = { azure: 'global', bedrock: 'in_region', vertex: 'global' };

const deploymentWords: Record<Deployment, string> = {
  global: 'global',
  data_zone: 'data zone',
  regional: 'regional',
  in_region: 'in-region',
  geo: 'geographic',
};

/** `gpt-4o-2024-05-13`, `claude-sonnet-4-5-20250929`: a day at the end names a snapshot; `latest` names whichever is the newest. */
const snapshotTail = /-(?:latest$|20\d\d-?(?:0[1-9]|1[0-2])-?(?:0[1-9]|[12]\d|3[01])$)/;

/** A model's id without the day of its snapshot; null where it has none. */
export function withoutSnapshot(model: string): string | null {
  const plain = model.replace(snapshotTail, '');
  return plain === model || plain === '' ? null : plain;
}

const keptKeys = 20_000;

/**
 * Prices by model, channel, region, deployment, tier and day. Own prices go before list prices; after that the more exact card wins. A price is
 * never taken from another channel or another tier, and provisioned capacity has no price per token.
 */
export class PriceBook {
  private readonly shelves = new Map<string, RateCard[]>();
  /** Shelf of a model without its snapshot's day → the snapshots that are priced, the newest first. */
  private readonly snapshots = new Map<string, string[]>();
  private readonly found = new Map<string, FoundCard[]>();

  /** Where two cards are for the same, the one that begins later counts, and of those the one that stands later here. */
  constructor(readonly cards: readonly RateCard[]) {
    for (const card of cards) {
      const shelf = shelfOf(card.channel, card.tier, card.model);
      const there = this.shelves.get(shelf);
      if (there) there.push(card);
      else this.shelves.set(shelf, [card]);
      const plain = withoutSnapshot(card.model);
      if (plain !== null) {
        const base = shelfOf(card.channel, card.tier, plain);
        this.snapshots.set(base, [...new Set([...(this.snapshots.get(base) ?? []), card.model])].sort().reverse());
      }
    }
    const from = (c: RateCard) => c.validFrom ?? '';
    for (const shelf of this.shelves.values()) shelf.reverse().sort((a, b) => (from(a) < from(b) ? 1 : from(a) > from(b) ? -1 : 0));
  }

  /** The card that prices `key` on a day like `2026-03-01`; null where there is none, which means unpriced and never zero. */
  find(key: PriceKey, day: string): FoundCard | null {
    const id = `${key.channel}\n${key.tier}\n${key.model}\n${key.region ?? ''}\n${key.deployment ?? ''}`;
    let candidates = this.found.get(id);
    if (candidates === undefined) {
      candidates = this.candidatesOf(key);
      if (this.found.size >= keptKeys) this.found.clear();
      this.found.set(id, candidates);
    }
    for (const candidate of candidates) if (isValid(candidate.card, day)) return candidate;
    return null;
  }

  /** Why `find` has nothing, as a sentence. */
  whyUnpriced(key: PriceKey, day: string): string {
    const where = `${key.model} on ${channels[key.channel]}`;
    if (key.tier === 'provisioned' || key.tier === 'reserved')
      return `${where}: ${key.tier} capacity is paid by the hour, not by the token.`;
    if (this.candidatesOf(key).length) return `${where} has no price that is valid on ${day}.`;
    const ofModel = this.cards.filter(
      (c) => c.channel === key.channel && (c.model === key.model || c.model === withoutSnapshot(key.model)),
    );
    if (!ofModel.length) return `There is no price for ${where}.`;
    const ofTier = ofModel.filter((c) => c.tier === key.tier);
    if (!ofTier.length) return `${where} has no ${key.tier.replaceAll('_', ' ')} price.`;
    const what = [key.region, key.deployment && deploymentWords[key.deployment]].filter(Boolean).join(', ');
    return `${where} has no price for ${what || 'an unknown deployment'}.`;
  }

  /** Every card that could be meant, the best first. */
  private candidatesOf(key: PriceKey): FoundCard[] {
    if (key.tier === 'provisioned' || key.tier === 'reserved') return [];
    const plain = withoutSnapshot(key.model);
    const exact = this.matching(key, key.model);
    const snapshot = plain === null ? [] : this.matching(key, plain).map((f) => withNote(f, `priced as ${plain}`));
    // a channel may list a model by its snapshots alone: who says none gets the newest
    const newest = this.snapshots.get(shelfOf(key.channel, key.tier, key.model))?.[0];
    const dated = newest === undefined ? [] : this.matching(key, newest).map((f) => withNote(f, `priced as ${newest}`));
    const all = [...exact, ...snapshot, ...dated];
    return [...all.filter((f) => f.card.isOwn), ...all.filter((f) => !f.card.isOwn)];
  }

  private matching(key: PriceKey, model: string): FoundCard[] {
    const shelf = this.shelves.get(shelfOf(key.channel, key.tier, model)) ?? [];
    const usual = key.deployment === null ? (usualDeployment[key.channel] ?? null) : null;
    const zone = zoneOf(key.region);
    const rank = (card: RateCard): number | null => {
      const region = card.region === null ? 0 : card.region === key.region ? 2 : card.region === zone ? 1 : null;
      const isUsual = usual !== null && card.deployment === usual;
      const deployment = card.deployment === null ? 0 : card.deployment === key.deployment ? 2 : isUsual ? -1 : null;
      if (region === null || deployment === null) return null;
      // What was said decides first: the deployment, or where that is not known the region.
      return key.deployment === null ? region * 3 + deployment : deployment * 3 + region;
    };
    return shelf
      .flatMap((card) => {
        const rankOfCard = rank(card);
        return rankOfCard === null ? [] : [{ card, rankOfCard }];
      })
      .sort((a, b) => b.rankOfCard - a.rankOfCard)
      .map(({ card }) => ({
        card,
        note:
          key.deployment === null && card.deployment !== null
            ? `the deployment was not said: the ${deploymentWords[card.deployment]} price`
            : null,
      }));
  }
}

const shelfOf = (channel: string, tier: string, model: string): string => `${channel}\n${tier}\n${model}`;

const isValid = (card: RateCard, day: string): boolean =>
  (card.validFrom === null || card.validFrom <= day) && (card.validTo === null || day < card.validTo);

const withNote = (found: FoundCard, note: string): FoundCard => ({
  card: found.card,
  note: found.note === null ? note : `${note}; ${found.note}`,
});
