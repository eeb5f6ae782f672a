import { NONE, parseFilters } from '../costs/cost-query';
import { costDimensions } from '../costs/dimensions';
import { formatMoney, formatPlain, moneyText } from '../money/format';
import type { AlertRule, RuleKind } from './rules';
import { newValueWords } from './tell/new-values';

/** What each kind of rule watches, as its name in a list. */
export const ruleKindWords: Record<RuleKind, string> = {
  anomaly: 'Unusual days',
  'new-value': 'Something new',
  unclassified: 'Unknown models',
  'source-late': 'Late source',
  'burn-rate': 'Burn rate',
  'cost-above': 'Cost above a limit',
};

const directionWords = { up: 'above', down: 'below', both: 'above or below' } as const;

/** When a rule tells: "more than 20.00 and 10 % above or below the usual". */
export function conditionOf(rule: AlertRule): string {
  const money = (amount: string) => (rule.currency === null ? formatMoney(amount, 'USD').figure : moneyText(amount, rule.currency));
  const isSet = (decimal: string) => Number(decimal) > 0;
  switch (rule.kind) {
    case 'anomaly':
      return `by ${money(rule.amount)} and ${formatPlain(rule.percent)} % ${directionWords[rule.direction]} the usual, score over ${formatPlain(rule.sensitivity)}`;
    case 'new-value': {
      const percent = isSet(rule.percent) ? ` and ${formatPlain(rule.percent)} % of all cost` : '';
      return `a new ${newValueWords[rule.dimension]} above ${money(rule.amount)}${percent} in its first week`;
    }
    case 'unclassified':
      return `above ${money(rule.amount)}${isSet(rule.percent) ? ` and ${formatPlain(rule.percent)} % of AI spend` : ''} a month`;
    case 'source-late':
      return `nothing new for more than ${rule.days} ${rule.days === 1 ? 'day' : 'days'}`;
    case 'burn-rate':
      return `above ${formatPlain(rule.times)} times the usual day, and ${money(rule.amount)} more`;
    case 'cost-above': {
      const percent = isSet(rule.percent) ? `, and ${formatPlain(rule.percent)} % more than the ${rule.per} before` : '';
      return `${rule.measure === 'billed' ? 'billed cost ' : ''}above ${money(rule.amount)} a ${rule.per}${percent}`;
    }
  }
}

/** Of which costs: "Everything", "Provider openai, Team search". */
export function scopeWords(rule: AlertRule): string {
  const parts = parseFilters(rule.filter).map(
    ({ dimension, values, exclude }) =>
      `${costDimensions[dimension].title} ${exclude ? 'not ' : ''}${values.map((v) => (v === NONE ? 'none' : v)).join(' or ')}`,
  );
  const all = [...parts, ...(rule.currency === null ? [] : [`in ${rule.currency}`])];
  return all.length ? all.join(', ') : 'Everything';
}
