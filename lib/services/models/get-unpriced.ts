import { type Actor, requirePermission } from '../../core/access/actor';
import type { PriceBook } from '../../core/pricing/price-book';
import type { PriceKey, RateCard } from '../../core/pricing/types';
import type { Range } from '../../core/time/period';
import { type Deployment, isChannel, type ServiceTier } from '../../core/usage/channels';
import { type TokenKind, tokenKinds, tokenKindWords } from '../../core/usage/tokens';
import { type UnpricedUse, unpricedUse } from '../../db/queries/unattributed';
import { loadPriceBook } from '../prices/price-book';

export interface UnpricedLine extends UnpricedUse {
  why: string;
}

/** Use without a list price, or with part of one, and why. */
export async function getUnpriced(actor: Actor, period: Range): Promise<UnpricedLine[]> {
  requirePermission(actor, 'events:read');
  const [rows, book] = await Promise.all([unpricedUse(actor.organizationId, period), loadPriceBook(actor.organizationId)]);
  return rows.map((r) => {
    if (r.channel === null || !isChannel(r.channel)) return { ...r, why: 'The events do not say on which channel it was bought.' };
    if (r.model === null) return { ...r, why: 'The events name no model.' };
    const key = {
      model: r.model,
      channel: r.channel,
      region: r.region,
      deployment: r.deployment as Deployment | null,
      tier: r.tier as ServiceTier,
    };
    return { ...r, why: whyNot(book, key, r) };
  });
}

/** A price that is known by now and was not there, or not in force, when the events came, is no price that is missing. */
function whyNot(book: PriceBook, key: PriceKey, r: UnpricedUse): string {
  const first = book.find(key, r.firstDay)?.card;
  const later = [r.lastHour, STILL_VALID].flatMap((day) => book.find(key, day)?.card ?? []);
  const newer = later.find((card) => kindsOf(card).some((k) => !first || !kindsOf(first).includes(k)));
  const from = newer?.validFrom ?? 'a later day';
  if (!first)
    return newer ? `It has a price only from ${from} on; the first of the events are of ${r.firstDay}.` : book.whyUnpriced(key, r.lastHour);
  if (newer) {
    const more = kindsOf(newer).filter((k) => !kindsOf(first).includes(k));
    return `${wordsOf(more)}: a price only from ${from} on; the first of the events are of ${r.firstDay}.`;
  }
  if (r.partly === '0') return 'It has a price by now: price past use again, and these events have one.';
  return `Some of its kinds of tokens have no price. Priced are: ${wordsOf(kindsOf(first))}.`;
}

/** What is valid so late has no end. */
const STILL_VALID = '9999-12-30';

const wordsOf = (kinds: readonly TokenKind[]) => kinds.map((k) => tokenKindWords[k]).join(', ');

const kindsOf = ({ bands }: RateCard): TokenKind[] => tokenKinds.filter((k) => bands.some((b) => b.rates[k] !== undefined));
