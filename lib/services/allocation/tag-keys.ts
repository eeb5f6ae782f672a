import { type Actor, requirePermission } from '../../core/access/actor';
import { fold } from '../../core/allocation/fold';
import { plus } from '../../core/allocation/statement';
import { plainKey } from '../../core/allocation/tags';
import { tagEntries } from '../../core/ledger/tags';
import { bySize } from '../../core/money/order';
import { addDays, type Day } from '../../core/time/days';
import { textCosts } from '../../db/queries/allocated-costs';
import { ledgerCompleteTo } from '../../db/queries/cost-cube';

const MOST_KEYS = 60;
const DAYS = 90;

export interface TagKeyCost {
  /** As it is written first in the bills. */
  key: string;
  /** How many values it has, spellings folded. */
  values: number;
  examples: string[];
  currency: string;
  /** What carries it. */
  amount: string;
  charges: number;
}

/** How much money each key of a tag stands on, over the last 90 days of bills, the most first. Needs `allocation:read`. */
export async function getTagKeys(actor: Actor, today: Day): Promise<TagKeyCost[]> {
  requirePermission(actor, 'allocation:read');
  const to = (await ledgerCompleteTo(actor.organizationId)) ?? addDays(today, 1);
  const none = { key: 'team', isBuiltIn: true, turns: [] };
  const costs = await textCosts(actor.organizationId, { dimension: none, from: addDays(to, -DAYS), to, basis: 'effective' }, 'tags');
  return tagKeyCosts(costs.map(({ text, ...c }) => ({ tags: text, ...c })));
}

/** Costs by the keys of their tags: spellings of one key together, each currency for itself. */
export function tagKeyCosts(costs: readonly { tags: string | null; currency: string; amount: string; charges: number }[]): TagKeyCost[] {
  const keys = new Map<string, TagKeyCost & { seen: Map<string, string> }>();
  for (const c of costs)
    for (const [key, value] of tagEntries(c.tags)) {
      const place = JSON.stringify([plainKey(key), c.currency]);
      const k = keys.get(place) ?? { key, values: 0, examples: [], currency: c.currency, amount: '0', charges: 0, seen: new Map() };
      k.seen.set(fold(value), value);
      keys.set(place, { ...k, amount: plus(k.amount, c.amount), charges: k.charges + c.charges });
    }
  return [...keys.values()]
    .map(({ seen, ...k }) => ({ ...k, values: seen.size, examples: [...seen.values()].slice(0, 4) }))
    .sort((a, b) => bySize(a.amount, b.amount))
    .slice(0, MOST_KEYS);
}
