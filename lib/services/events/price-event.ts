import type { PriceBook } from '../../core/pricing/price-book';
import { priceTokens } from '../../core/pricing/price-tokens';
import type { PricedTokens } from '../../core/pricing/types';
import { type Deployment, isChannel, type ServiceTier } from '../../core/usage/channels';
import type { UsageEvent } from '../../core/usage/event';
import { type TaskRule, taskTypeOf } from '../../core/usage/task-rules';
import { allTokens, type TokenCounts } from '../../core/usage/tokens';
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

  enter = (event: UsageEvent): PricedEvent => ({
    event,
    taskType: taskTypeOf(event, this.rules),
    price: priceUse({ ...event, outcome: event.outcome === null ? null : event.outcome === 'success' }, this.book, event.at.slice(0, 10)),
  });
}

/** What a list price depends on. */
interface Use {
  source: string;
  model: string | null;
  channel: string | null;
  region: string | null;
  deployment: Deployment | null;
  tier: ServiceTier;
  requests: number;
  outcome: boolean | null;
  tokens: TokenCounts;
}

/** The list price of use on its day. A call that failed, or was answered from a gateway's own cache, and used no tokens costs nothing. */
export function priceUse(use: Use, book: PriceBook, day: string): PricedTokens {
  const { model, channel, region, deployment, tier, tokens, requests } = use;
  if (allTokens(tokens) === 0 && requests <= 1 && (use.outcome === false || use.source === 'litellm'))
    return { state: 'priced', amount: '0', currency: 'USD', missing: [], card: null };
  if (model === null || channel === null || !isChannel(channel)) return priceTokens(tokens, null);
  return priceTokens(tokens, book.find({ model, channel, region, deployment, tier }, day)?.card ?? null, requests);
}
