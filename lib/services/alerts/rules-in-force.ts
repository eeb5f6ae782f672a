import { type AlertRule, type RuleKind, type RuleOf, withOwnRules } from '../../core/alerts/rules';
import { listRules } from '../../db/records/alert-rules';

export interface RuleInForce<R extends AlertRule = AlertRule> {
  /** Null for a rule of Headroom's own that nobody has changed. */
  id: number | null;
  rule: R;
}

/** The rules that are on: Headroom's own as they were changed, and those that were made. */
export async function rulesInForce(organization: number): Promise<RuleInForce[]> {
  return withOwnRules(await listRules(organization)).filter((r) => r.enabled);
}

export const ofKind = <K extends RuleKind>(rules: readonly RuleInForce[], kind: K): RuleInForce<RuleOf<K>>[] =>
  rules.filter((r): r is RuleInForce<RuleOf<K>> => r.rule.kind === kind);
