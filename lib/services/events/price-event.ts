import type { PriceBook } from '../../core/pricing/price-book';
import { priceTokens } from '../../core/pricing/price-tokens';
import type { PricedTokens } from '../../core/pricing/types';
import type { UsageEvent } from '../../core/usage/event';
import { type TaskRule, taskTypeOf } from '../../core/usage/task-rules';
import { allTokens } from '../../core/usage/tokens';
import type { PricedEvent } from '../../db/loading/events';
import { listTaskRules } from '../../db/records/task-rules';
import { loadPriceBook } from '../prices/price-book';

/** What turns an event into a row of the ledger: its list price and its name. */
export class Registrar {
  private constructor(
    private readonly book: PriceBook,
    private readonly rules: readonly TaskRule[],
  ) {}

  static async of(organization: number): Promise<Registrar> {
    const [book, rules] = await Promise.all([loadPriceBook(organization), listTaskRules(organization)]);
    return new Registrar(book, rules);
  }

  enter = (event: UsageEvent): PricedEvent => ({ event, taskType: taskTypeOf(event, this.rules), price: priceEvent(event, this.book) });
}

/** The list price of an event on its day. A call that failed, or was answered from a cache of our own, and used no tokens costs nothing. */
export function priceEvent(event: UsageEvent, book: PriceBook): PricedTokens {
  if (allTokens(event.tokens) === 0 && event.requests <= 1 && (event.outcome === 'failure' || event.source === 'litellm'))
    return { state: 'priced', amount: '0', currency: 'USD', missing: [], card: null };
  if (event.model === null || event.channel === null) return priceTokens(event.tokens, null);
  const { model, channel, region, deployment, tier } = event;
  return priceTokens(
    event.tokens,
    book.find({ model, channel, region, deployment, tier }, event.at.slice(0, 10))?.card ?? null,
    event.requests,
  );
}
