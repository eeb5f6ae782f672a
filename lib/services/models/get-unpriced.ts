import { type Actor, requirePermission } from '../../core/access/actor';
import type { Range } from '../../core/time/period';
import { type Deployment, isChannel, type ServiceTier } from '../../core/usage/channels';
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
    const found = book.find(key, r.lastHour);
    return { ...r, why: found ? 'Some of its kinds of tokens have no price.' : book.whyUnpriced(key, r.lastHour) };
  });
}
