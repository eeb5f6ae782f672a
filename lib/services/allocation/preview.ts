import { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { turningDays } from '../../core/allocation/rules';
import { plus } from '../../core/allocation/statement';
import { type Applied, dimensionKey, RuleList } from '../../core/allocation/types';
import { bySize } from '../../core/money/order';
import { addDays, type Day, earlier } from '../../core/time/days';
import { evaluateRules } from '../../db/loading/allocate';
import { profileCosts, stretches } from '../../db/queries/allocated-costs';
import { ledgerCompleteTo } from '../../db/queries/cost-cube';
import { readSettings } from '../../db/records/allocation';
import { withOrganization } from '../../db/sql';
import { askedDimension, dimensionsOf, rulesOf } from './settings';

export const PreviewInput = z.object({
  dimension: dimensionKey,
  /** All rules of the dimension, as they would be saved. */
  rules: RuleList,
  /** The place of the one that is looked at, beginning with 0. */
  rule: z.number().int().min(0).nullable().default(null),
  days: z.union([z.literal(30), z.literal(90)]).default(30),
  basis: z.enum(['effective', 'billed']).default('effective'),
});

export interface CurrencySum {
  currency: string;
  amount: string;
}

export interface RuleMatch {
  profiles: number;
  charges: number;
  amounts: CurrencySum[];
}

export interface AllocationPreview {
  from: Day;
  to: Day;
  /** What the rule takes, and what its conditions fit besides and a rule before takes. Null where none is looked at. */
  match: RuleMatch | null;
  taken: RuleMatch | null;
  /** Money that would belong to somebody else than today, the most first. */
  moved: { from: string | null; to: string | null; currency: string; amount: string; charges: number }[];
  /** What nobody owns, today and then. */
  unallocated: { currency: string; before: string; after: string; total: string }[];
}

/** What rules would change, before they are saved, over the last 30 or 90 days of bills. Saving them does just this. Needs `allocation:read`. */
export async function previewRules(actor: Actor, input: z.input<typeof PreviewInput>, today: Day): Promise<AllocationPreview> {
  requirePermission(actor, 'allocation:read');
  const { dimension: key, rules, rule, days, basis } = PreviewInput.parse(input);
  const organization = actor.organizationId;
  const [settings, complete] = await Promise.all([readSettings(organization), ledgerCompleteTo(organization)]);
  const current = dimensionsOf(settings).find((d) => d.key === key) ?? { key, title: key, rules: [] };
  const to = earlier(complete ?? addDays(today, 1), addDays(today, 1));
  const asked = askedDimension(current);
  const ask = { dimension: { ...asked, turns: [...asked.turns, ...turningDays(rules)] }, from: addDays(to, -days), to, basis };
  const looked = rule === null ? undefined : rules[rule];
  const [then, alone, costs] = await Promise.all([
    rules.length === 0 && key === 'team' ? null : evaluated(organization, rulesOf(settings, { key, rules })),
    looked ? evaluated(organization, rulesOf(settings, { key, rules: [looked] })) : null,
    profileCosts(organization, ask),
  ]);
  const number = looked ? (looked.id ?? -((rule ?? 0) + 1)) : null;
  const starts = stretches(ask);
  const [match, taken] = [new Counted(), new Counted()];
  const moved = new Map<string, AllocationPreview['moved'][number]>();
  const unallocated = new Map<string, AllocationPreview['unallocated'][number]>();
  for (const c of costs) {
    const day = starts[c.stretch] ?? ask.from;
    const on = (map: ReadonlyMap<string, Applied[]> | null) => map?.get(c.profile)?.find((a) => a.from <= day && day < a.to);
    const next = on(then);
    // without any rule of its own, the built-in reading of the tags stays
    const value = then === null ? (asked.isBuiltIn ? c.value : null) : (next?.value ?? null);
    if (number !== null && next?.rule === number) match.add(c);
    else if (on(alone)) taken.add(c);
    const sum = unallocated.get(c.currency) ?? { currency: c.currency, before: '0', after: '0', total: '0' };
    sum.total = plus(sum.total, c.amount);
    if (c.value === null) sum.before = plus(sum.before, c.amount);
    if (value === null) sum.after = plus(sum.after, c.amount);
    unallocated.set(c.currency, sum);
    if (value === c.value) continue;
    const place = JSON.stringify([c.value, value, c.currency]);
    const move = moved.get(place) ?? { from: c.value, to: value, currency: c.currency, amount: '0', charges: 0 };
    moved.set(place, { ...move, amount: plus(move.amount, c.amount), charges: move.charges + c.charges });
  }
  return {
    from: ask.from,
    to: ask.to,
    match: looked ? match.counts() : null,
    taken: looked ? taken.counts() : null,
    moved: [...moved.values()].sort((a, b) => bySize(a.amount, b.amount)),
    unallocated: [...unallocated.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1)),
  };
}

const evaluated = (organization: number, rules: Parameters<typeof evaluateRules>[2]): Promise<Map<string, Applied[]>> =>
  withOrganization(organization, (client) => evaluateRules(client, organization, rules));

class Counted {
  private readonly profiles = new Set<string>();
  private charges = 0;
  private readonly amounts = new Map<string, string>();

  add({ profile, charges, currency, amount }: { profile: string; charges: number; currency: string; amount: string }): void {
    this.profiles.add(profile);
    this.charges += charges;
    this.amounts.set(currency, plus(this.amounts.get(currency) ?? '0', amount));
  }

  counts = (): RuleMatch => ({
    profiles: this.profiles.size,
    charges: this.charges,
    amounts: [...this.amounts].map(([currency, amount]) => ({ currency, amount })).sort((a, b) => (a.currency < b.currency ? -1 : 1)),
  });
}
