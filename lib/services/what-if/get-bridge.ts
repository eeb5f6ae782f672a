import { type Actor, requirePermission } from '../../core/access/actor';
import { comparisonOf, type Range } from '../../core/time/period';
import { type BridgeCell, bridge, bridgeSteps } from '../../core/units/bridge';
import { modelCosts } from '../../db/queries/model-costs';

export interface SpendBridge {
  currency: string;
  before: string;
  after: string;
  steps: ReturnType<typeof bridgeSteps>['steps'];
}

/** Why AI spend of the bills differs between a period and the one before: the terms add up to the difference exactly, each currency for itself. */
export async function getBridge(actor: Actor, period: Range): Promise<{ period: Range; comparison: Range; bridges: SpendBridge[] }> {
  requirePermission(actor, 'events:read');
  const comparison = comparisonOf(period);
  const [now, then] = await Promise.all([cellsOf(actor.organizationId, period), cellsOf(actor.organizationId, comparison)]);
  const bridges = [...new Set([...now, ...then].map((c) => c.currency))].sort().map((currency) => {
    const of = (cells: readonly BridgeCell[]) => ({ cells: cells.filter((c) => c.currency === currency) });
    return { currency, ...bridgeSteps(bridge(of(then), of(now)), 2) };
  });
  return { period, comparison, bridges: bridges.filter((b) => b.before !== '0' || b.after !== '0') };
}

/** Token rows have a quantity; whatever else is billed has none and is a term of its own. */
const cellsOf = async (organization: number, period: Range): Promise<BridgeCell[]> =>
  (await modelCosts(organization, period)).map((m) => ({
    model: m.model,
    channel: m.provider,
    kind: m.tokenType ?? 'none',
    quantity: m.tokenType === null ? '0' : (m.tokens ?? '0'),
    cost: m.effective,
    currency: m.currency,
  }));
