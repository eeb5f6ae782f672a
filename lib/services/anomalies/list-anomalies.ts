import { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { type CostFilter, parseFilters } from '../../core/costs/cost-query';
import { addDays } from '../../core/time/days';
import { listenToLedger } from '../../db/ledger-news';
import { listExpected } from '../../db/records/expected-events';
import { type AnomalyItem, type AnomalyList, anomaliesOf, LOOKED_AT } from './anomalies-of';

/** `f` as an address of Costs has it: only what moved among those costs, all of it. */
export const AnomalyQuery = z.object({
  period: z.enum(['30d', '90d']).catch('30d'),
  f: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((f) => parseFilters(f === undefined ? [] : [f].flat())),
});

/** What stood out in the last 30 or 90 days that bills are complete for. */
export async function listAnomalies(actor: Actor, { period, f }: z.output<typeof AnomalyQuery>, now: Date): Promise<AnomalyList> {
  requirePermission(actor, 'alerts:read');
  const all = await known(actor.organizationId, now);
  if (!all.period) return all;
  const range = { from: addDays(all.period.to, period === '30d' ? -30 : -LOOKED_AT), to: all.period.to };
  return { ...all, period: range, items: all.items.filter((i) => i.to > range.from && f.every((filter) => isAmong(i, filter))) };
}

/**
 * Whether all of what moved lies among the costs of a filter: told of a part of it, an anomaly would speak of other figures than those it stands
 * beside. What it says nothing of is not assumed.
 */
function isAmong(item: AnomalyItem, { dimension, values, exclude }: CostFilter): boolean {
  const passes = (value: string) => values.includes(value) !== exclude;
  if (dimension === 'currency') return passes(item.currency);
  const own = parseFilters(item.filters).filter((f) => f.dimension === dimension);
  const named = own.find((f) => !f.exclude);
  if (named) return named.values.every(passes);
  const whole = item.whole[dimension];
  if (whole !== undefined) return passes(whole);
  return exclude && values.every((value) => own.some((f) => f.values.includes(value)));
}

const FRESH_MS = 600_000;
const held = new Map<number, { key: string; until: number; list: Promise<AnomalyList> }>();
let listening = false;

/** From memory until a load is activated or taken back, something is marked, or the day ends: every chart asks. */
async function known(organization: number, now: Date): Promise<AnomalyList> {
  if (!listening) {
    listening = true;
    listenToLedger((changed) => held.delete(changed)).catch(() => {
      listening = false;
    });
  }
  const expected = await listExpected(organization);
  const key = `${now.toISOString().slice(0, 10)} ${expected.map((e) => e.id).join(' ')}`; // a mark is made and withdrawn, never changed
  const before = held.get(organization);
  if (before?.key === key && before.until > now.getTime()) return before.list;
  const list = anomaliesOf(organization, expected, now);
  held.set(organization, { key, until: now.getTime() + FRESH_MS, list });
  list.catch(() => held.delete(organization));
  return list;
}
