import type { AllocationSettings } from '../../core/allocation/allocation-file';
import { eventDrivers } from '../../core/allocation/drivers';
import { fold } from '../../core/allocation/fold';
import { type EventCounts, type Share, splitPools, type ValueCost } from '../../core/allocation/pools';
import { renamesIn } from '../../core/allocation/rules';
import { plus } from '../../core/allocation/statement';
import type { AllocationDimension } from '../../core/allocation/types';
import type { Day } from '../../core/time/days';
import { type AllocatedCost, allocatedCosts, eventCounts } from '../../db/queries/allocated-costs';
import { askedDimension } from './settings';

export interface MonthFigures {
  /** `2026-10`. */
  month: string;
  costs: AllocatedCost[];
  shares: Share[];
}

const noEvents: EventCounts = { requests: new Map(), events: new Map() };

/** What each value of a dimension came to, and what it carries of others, month by month. A month that the range cuts counts as far as it reaches. */
export async function monthFigures(
  organization: number,
  settings: AllocationSettings,
  dimension: AllocationDimension,
  { from, to, basis }: { from: Day; to: Day; basis: 'effective' | 'billed' },
): Promise<MonthFigures[]> {
  const pools = settings.pools.filter((p) => p.dimension === dimension.key);
  const field = dimension.key === 'team' || dimension.key === 'feature' ? dimension.key : null;
  const needsEvents = field !== null && pools.some((p) => p.method === 'proportional' && eventDrivers.includes(p.driver));
  const [costs, events] = await Promise.all([
    allocatedCosts(organization, { dimension: askedDimension(dimension), from, to, basis }),
    needsEvents ? eventCounts(organization, field, { from, to }) : [],
  ]);
  const renamed = renamesIn(dimension.rules);
  return [...new Set(costs.map((c) => c.month))].sort().map((month) => {
    const own = costs.filter((c) => c.month === month);
    const counted: EventCounts = needsEvents ? { requests: new Map(), events: new Map() } : noEvents;
    for (const e of events)
      if (e.month === month)
        for (const driver of ['requests', 'events'] as const) {
          const map = counted[driver] as Map<string, number>;
          const name = fold(renamed.get(fold(e.value)) ?? e.value);
          map.set(name, (map.get(name) ?? 0) + e[driver]);
        }
    return { month, costs: own, shares: splitPools(pools, month, byValue(own), counted) };
  });
}

/** Rules of one value together. */
export function byValue(costs: readonly AllocatedCost[]): (ValueCost & { credits: string })[] {
  const sums = new Map<string, ValueCost & { credits: string }>();
  for (const c of costs) {
    const key = JSON.stringify([c.value, c.currency]);
    const s = sums.get(key) ?? { value: c.value, currency: c.currency, amount: '0', credits: '0', tokens: '0', charges: 0 };
    sums.set(key, {
      ...s,
      ...{
        amount: plus(s.amount, c.amount),
        credits: plus(s.credits, c.credits),
        tokens: plus(s.tokens, c.tokens),
        charges: s.charges + c.charges,
      },
    });
  }
  return [...sums.values()];
}
