import Big from 'big.js';
import { type Actor, requirePermission } from '../../core/access/actor';
import { type CostChange, explainedMeasure } from '../../core/explore/cost-change';
import type { ExploreQuery } from '../../core/explore/explore-query';
import type { ExploreGroup, ExploreQuestion } from '../../core/explore/question';
import { type Conversion, inOrder } from '../../core/fx/conversion';
import { addDays, monthStart } from '../../core/time/days';
import type { Range } from '../../core/time/period';
import { type ChangeCell, type ChangeStep, changeDimensions, explainChange } from '../../core/units/explain-change';
import { groupsOnCopy } from '../../db/columnar/answer';
import { copyOf, onCopy } from './engine';
import { converted, understood } from './explore';
import { unpricedOf } from './unpriced';

/** Every group there is: a cause that is left out would make the others wrong. */
const ALL = Number.MAX_SAFE_INTEGER;

/**
 * Why the costs of a view differ from what they are compared with, cause by cause, each with the charges behind it; the causes add up to the difference
 * of the totals exactly. Amounts in another currency count at the rate they had, and what the rates did is a cause of its own. Needs `costs:read`.
 */
export async function explainCosts(actor: Actor, query: ExploreQuery, today: string, signal?: AbortSignal): Promise<CostChange> {
  requirePermission(actor, 'costs:read');
  const measure = explainedMeasure(query.measure);
  const copy = copyOf(actor.organizationId);
  // what it is grouped by changes nothing here; a slip of the pen in it is told all the same
  const { question, firstDay } = await understood(actor, { ...query, measure }, today, copy);
  const { comparison, conversion } = question;
  const about = { period: question.range, comparison, firstDay, measure };
  if (!comparison) return { ...about, sections: [], halfTold: [], conversion: converted(question, []) };
  const groups = (asked: Partial<ExploreQuestion>) =>
    onCopy(actor.organizationId, (store) => groupsOnCopy(store, { ...question, ...asked }, ALL, { signal }), undefined, copy);
  const steady = conversion && atOldRates(conversion, comparison);
  const [whole, unpriced, costs, tokens, quantities] = await Promise.all([
    groups({ by: ['currency'] }),
    unpricedOf(actor.organizationId, question, signal),
    groups({ by: changeDimensions, conversion: steady }),
    groups({ by: changeDimensions, conversion: null, measure: 'tokens' }),
    groups({ by: changeDimensions, conversion: null, measure: 'quantity' }),
  ]);
  const cells = cellsOf(costs.groups, tokens.groups, quantities.groups);
  const sections = whole.totals.flatMap(({ currency, amount, previous, charges }) => {
    if (amount === null && previous === null) return []; // no charge says anything of this measure
    const [before, after] = [previous ?? '0', amount ?? '0'];
    const own = cells.get(currency) ?? [];
    const told = explainChange(own);
    const rates = ratesStep(
      whole.groups.filter((g) => g.currency === currency),
      own,
    );
    const without = unpriced.find((u) => u.currency === currency)?.charges ?? 0;
    return [{ currency, before, after, steps: [...told.steps, ...rates], charges, unpriced: without }];
  });
  return { ...about, sections, halfTold: halfTold(whole.groups), conversion: converted(question, whole.used) };
}

/** Every month at the rate of the newest one that is compared with: what is left of a difference is none of the rates'. */
function atOldRates({ to, rates }: Conversion, comparison: Range): Conversion {
  const last = monthStart(addDays(comparison.to, -1));
  const oldOf = (base: string): string | undefined => {
    const own = inOrder(rates.filter((r) => r.base === base));
    return (own.find((r) => r.month <= last) ?? own.at(-1))?.rate;
  };
  return { to, rates: rates.map((r) => ({ ...r, rate: oldOf(r.base) ?? r.rate })) };
}

/** Currencies whose charges stand in two sections: only some of their months have a rate. */
function halfTold(groups: readonly ExploreGroup[]): string[] {
  const billed = groups.flatMap(({ values }) => values[0] ?? []);
  return [...new Set(billed.filter((currency, i) => billed.indexOf(currency) !== i))].sort();
}

/** Cells by the currency they are told in. */
function cellsOf(
  costs: readonly ExploreGroup[],
  tokens: readonly ExploreGroup[],
  quantities: readonly ExploreGroup[],
): Map<string, ChangeCell[]> {
  const keyOf = (g: ExploreGroup) => JSON.stringify(g.values);
  const byName = (groups: readonly ExploreGroup[]) => new Map(groups.map((g) => [keyOf(g), g]));
  const [tokensOf, quantityOf] = [byName(tokens), byName(quantities)];
  const tellings = new Map<string, number>();
  for (const cost of costs) tellings.set(keyOf(cost), (tellings.get(keyOf(cost)) ?? 0) + 1);
  const cells = new Map<string, ChangeCell[]>();
  for (const cost of costs) {
    // where only some months have a rate its costs stand in two currencies, and what was counted belongs to neither
    const isWhole = tellings.get(keyOf(cost)) === 1;
    const [counted, quantity] = isWhole ? [tokensOf.get(keyOf(cost)), quantityOf.get(keyOf(cost))] : [];
    const side = (of: 'amount' | 'previous') => ({
      cost: cost[of],
      tokens: counted?.[of] ?? null,
      quantity: quantity?.[of] ?? null,
    });
    const own = cells.get(cost.currency) ?? [];
    cells.set(cost.currency, own);
    own.push({
      of: Object.fromEntries(changeDimensions.map((d, i) => [d, cost.values[i] ?? null])) as ChangeCell['of'],
      before: side('previous'),
      after: side('amount'),
    });
  }
  return cells;
}

/** What exchange rates did: the difference as it is less that at the old rates, for each currency that was billed. */
function ratesStep(actual: readonly ExploreGroup[], cells: readonly ChangeCell[]): ChangeStep[] {
  const parts = actual.flatMap(({ values: [billed = null], amount, previous }) => {
    const own = cells.filter((c) => c.of.currency === billed);
    const steady = own.reduce((sum, c) => sum.plus(c.after.cost ?? 0).minus(c.before.cost ?? 0), new Big(0));
    const moved = new Big(amount ?? 0).minus(previous ?? 0).minus(steady);
    return moved.eq(0) ? [] : [{ of: [{ dimension: 'currency', value: billed }], amount: moved.toFixed() }];
  });
  const amount = parts.reduce((sum, p) => sum.plus(p.amount), new Big(0)).toFixed();
  return parts.length ? [{ term: 'currency', amount, parts }] : [];
}
