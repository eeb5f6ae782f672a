import type { PlainRule } from '../../core/alerts/tell/tell';
import { tellsOf } from '../../core/alerts/tell/tell';
import { eachInTurn } from '../give-way';
import { raiseTold } from './raise-told';
import { RECENT_DAYS } from './recent';
import { readFacts } from './rule-facts';
import { type RuleInForce, rulesInForce } from './rules-in-force';

const isPlain = (r: RuleInForce): r is RuleInForce<PlainRule> => r.rule.kind !== 'anomaly';

/**
 * What the rules that are on have to tell of the last days, each event once: something new, a source that is late, AI spend that no model could be found for,
 * days that cost many times their usual, limits that are passed. Anomalies are looked for elsewhere. Returns the ids of the alerts raised.
 */
export async function evaluateRules(organization: number, now: Date): Promise<number[]> {
  const rules = (await rulesInForce(organization)).filter(isPlain);
  if (rules.length === 0) return [];
  const facts = await readFacts(organization, now, { days: RECENT_DAYS, history: false });
  const told = await eachInTurn(rules, (by) => {
    const asOf = by.rule.kind === 'source-late' ? facts.today : facts.completeTo;
    return tellsOf(by.rule, facts)
      .filter((t) => asOf <= t.until)
      .map((t) => ({ ...t, by }));
  });
  return raiseTold(organization, told.flat());
}
