import { type Actor, requirePermission } from '../../core/access/actor';
import type { AllocationQuery } from '../../core/allocation/allocation-query';
import type { Fitting } from '../../core/allocation/rules';
import { plus } from '../../core/allocation/statement';
import type { AllocationRule } from '../../core/allocation/types';
import { addDays, type Day, earlier } from '../../core/time/days';
import type { Range } from '../../core/time/period';
import { fittingRules } from '../../db/loading/allocate';
import { type AskedCosts, allocatedCosts, keptAnswer, profileCosts, stretches } from '../../db/queries/allocated-costs';
import { ledgerCompleteTo } from '../../db/queries/cost-cube';
import { firstClaimedDay } from '../../db/queries/known-days';
import { readSettings } from '../../db/records/allocation';
import { withOrganization } from '../../db/sql';
import { periodOf } from '../costs/period-of';
import { askedDimension, findDimension, rulesOf } from './settings';

/** So many days without a match are too many. */
const IDLE_DAYS = 30;
/** How far back the last match is looked for. */
const LOOK_BACK_DAYS = 90;

/** What rules before one take of what it fits. */
export interface TakenBefore {
  currency: string;
  amount: string;
  charges: number;
  /** The numbers of the rules that take it. */
  by: number[];
}

export interface RuleUse {
  rule: number;
  /** The last day on which it gave a charge its owner, of the last 90 days of bills; null where there is none. */
  latest: Day | null;
  /** `idle`: nothing for 30 days of bills, though it was in force on each. `ended`, `later`: it is not in force now. */
  state: 'used' | 'idle' | 'ended' | 'later' | 'unknown';
  /** What it fits in the period and a rule before it takes. */
  taken: TakenBefore[];
  /** The numbers of the rules that take it, whatever the currency. */
  takenBy: number[];
}

/** Which rules still give owners, and what of each is taken by one before it. Needs `allocation:read`. */
export async function getRuleUse(actor: Actor, query: AllocationQuery, today: Day): Promise<{ period: Range; rules: RuleUse[] }> {
  requirePermission(actor, 'allocation:read');
  const organization = actor.organizationId;
  const [settings, period, complete, first] = await Promise.all([
    readSettings(organization),
    periodOf(organization, query, today),
    ledgerCompleteTo(organization),
    firstClaimedDay(organization),
  ]);
  const dimension = findDimension(settings, query.dimension);
  if (dimension.rules.length === 0) return { period, rules: [] };
  const to = earlier(complete ?? addDays(today, 1), addDays(today, 1));
  const asked = { dimension: askedDimension(dimension), basis: query.basis };
  const ask = { ...asked, ...period };
  const [recent, taken] = await Promise.all([
    allocatedCosts(organization, { ...asked, from: addDays(to, -LOOK_BACK_DAYS), to }),
    // every rule is asked of every profile, which takes seconds where there are many
    keptAnswer(organization, ask, 'taken', async () => {
      const [costs, fitting] = await Promise.all([
        profileCosts(organization, ask),
        withOrganization(organization, (client) => fittingRules(client, organization, rulesOf(settings, dimension))),
      ]);
      return takenBefore(ask, costs, fitting);
    }),
  ]);
  const rules = dimension.rules.map((rule): RuleUse => {
    const days = recent.flatMap((c) => (c.rule !== null && c.rule === rule.id ? [c.latest] : []));
    const latest = days.sort().at(-1) ?? null;
    const of = taken.get(rule.id ?? 0);
    return {
      rule: rule.id ?? 0,
      latest,
      state: stateOf(rule, latest, { first, to }),
      taken: [...(of?.values() ?? [])].sort((a, b) => b.charges - a.charges || (a.currency < b.currency ? -1 : 1)),
      takenBy: [...new Set([...(of?.values() ?? [])].flatMap((t) => t.by))],
    };
  });
  return { period, rules };
}

/** A rule that was not in force on all of these days, or bills that do not reach back so far, prove nothing. */
function stateOf({ since, until }: AllocationRule, latest: Day | null, { first, to }: { first: Day | null; to: Day }): RuleUse['state'] {
  const idleFrom = addDays(to, -IDLE_DAYS);
  if (until !== null && until <= to) return 'ended';
  if (since !== null && since >= to) return 'later';
  if (latest !== null && latest >= idleFrom) return 'used';
  return first === null || first > idleFrom || (since !== null && since > idleFrom) ? 'unknown' : 'idle';
}

/** The first rule in force that fits a profile decides; what it comes to is taken from the others that fit. */
function takenBefore(
  ask: AskedCosts,
  costs: Awaited<ReturnType<typeof profileCosts>>,
  fitting: ReadonlyMap<string, readonly Fitting[]>,
): Map<number, Map<string, TakenBefore>> {
  const starts = stretches(ask);
  const found = new Map<number, Map<string, TakenBefore>>();
  for (const { profile, stretch, currency, amount, charges } of costs) {
    const day = starts[stretch] ?? ask.from;
    const [winner, ...losers] = (fitting.get(profile) ?? []).filter((f) => f.from <= day && day < f.to);
    for (const { rule } of winner ? losers : []) {
      const of = found.get(rule) ?? new Map<string, TakenBefore>();
      const sum = of.get(currency) ?? { currency, amount: '0', charges: 0, by: [] };
      const by = winner && !sum.by.includes(winner.rule) ? [...sum.by, winner.rule] : sum.by;
      of.set(currency, { currency, amount: plus(sum.amount, amount), charges: sum.charges + charges, by });
      found.set(rule, of);
    }
  }
  return found;
}
