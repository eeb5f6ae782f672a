import type { AlertRule, RuleOf } from '../rules';
import { tellBurnRate } from './burn-rate';
import { tellCostAbove } from './cost-above';
import type { RuleFacts, Told } from './facts';
import { tellLateSources } from './late-sources';
import { tellNewValues } from './new-values';
import { tellUnclassified } from './unclassified';

export type PlainRule = Exclude<AlertRule, RuleOf<'anomaly'>>;

/** All that a rule has to tell since `facts.from`; the preview counts it, the evaluation sends what of it is still news. */
export function tellsOf(rule: PlainRule, facts: RuleFacts): Told[] {
  switch (rule.kind) {
    case 'new-value':
      return tellNewValues(rule, facts);
    case 'unclassified':
      return tellUnclassified(rule, facts);
    case 'source-late':
      return tellLateSources(rule, facts);
    case 'burn-rate':
      return tellBurnRate(rule, facts);
    case 'cost-above':
      return tellCostAbove(rule, facts);
  }
}
