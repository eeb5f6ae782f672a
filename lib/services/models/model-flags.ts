import Big from 'big.js';
import { type Actor, requirePermission } from '../../core/access/actor';
import { priceMoves } from '../../core/pricing/price-moves';
import type { PriceKey } from '../../core/pricing/types';
import type { Range } from '../../core/time/period';
import { type CostFlag, priceFlag } from '../../core/units/cost-flag';
import { channelOfProvider, type Deployment, type ServiceTier } from '../../core/usage/channels';
import { loadPriceBook } from '../prices/price-book';
import { getModelChanges } from '../tasks/task-flags';
import type { ModelBook } from './get-models';

/** On which days of a period a task type moved to another model, and a model on the bills got another price, the dearest first. */
export async function getModelFlags(actor: Actor, { models }: ModelBook, period: Range): Promise<CostFlag[]> {
  requirePermission(actor, 'events:read');
  const [changes, book] = await Promise.all([getModelChanges(actor, { ...period, basis: 'invoice' }), loadPriceBook(actor.organizationId)]);
  const places = models.flatMap((m) => (m.model === null ? [] : m.places)).sort((a, b) => new Big(b.cost).cmp(a.cost));
  const keys = places.flatMap(({ provider, model, region, deployment, tier }): PriceKey[] => {
    const channel = channelOfProvider(provider);
    if (channel === null || model === null) return [];
    return [{ channel, model, region, deployment: deployment as Deployment | null, tier: (tier ?? 'standard') as ServiceTier }];
  });
  return [...changes, ...priceMoves(book, keys, period).map(priceFlag)];
}
