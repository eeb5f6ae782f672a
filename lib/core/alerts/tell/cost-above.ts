import { windowsBetween } from '../../budgets/windows';
import { formatPercent, moneyText } from '../../money/format';
import { addDays, type Day, earlier, later } from '../../time/days';
import type { Range } from '../../time/period';
import { dayWords, monthWords } from '../day-words';
import type { RuleOf } from '../rules';
import { between, bigOf, costsLink, currenciesOf, type RuleFacts, scopeKey, scopeOf, spendByDay, type Told } from './facts';

/** So many days after the limit was passed it is still news, where the period is over before. */
const NEWS_DAYS = 7;

/** Days, weeks or months that cost more than the limit, and by so many percent more than the one before; each once, on the day that passes it. */
export const tellCostAbove = (rule: RuleOf<'cost-above'>, facts: RuleFacts): Told[] =>
  currenciesOf(rule, facts.cube).flatMap((currency) => {
    const days = spendByDay(facts.cube, scopeOf(rule), currency, rule.measure);
    const windows = windowsBetween({ period: rule.per, days: null, fiscalStart: 1, periods: [], zone: 'UTC' }, facts.from, facts.today);
    return windows.flatMap((w) => inWindow(rule, facts, { currency, days, window: w }) ?? []);
  });

function inWindow(
  rule: RuleOf<'cost-above'>,
  { cube, completeTo, today }: RuleFacts,
  { currency, days, window: { from, to } }: { currency: string; days: ReadonlyMap<Day, bigint>; window: Range },
): Told | null {
  const end = earlier(to, addDays(today, 1));
  const before = windowsBetween(
    { period: rule.per, days: null, fiscalStart: 1, periods: [], zone: 'UTC' },
    addDays(from, -1),
    addDays(from, -1),
  )[0];
  const comparable = before !== undefined && cube.firstDay !== null && before.from >= cube.firstDay;
  const previous = bigOf(cube, before ? between(days, before.from, before.to) : 0n);
  const isMore = Number(rule.percent) > 0;
  if (isMore && !comparable) return null;
  const passes = (day: Day) => {
    const sum = bigOf(cube, between(days, from, addDays(day, 1)));
    return sum.gt(rule.amount) && (!isMore || sum.gte(previous.times(rule.percent).div(100).plus(previous)));
  };
  let day = from;
  while (day < end && !passes(day)) day = addDays(day, 1);
  if (day >= end) return null;
  const sum = bigOf(cube, between(days, from, end));
  const amount = moneyText(sum.toFixed(), currency);
  const change = previous.gt(0) ? formatPercent(sum.minus(previous).div(previous).round(6).toFixed(), { signed: true }) : null;
  return {
    event: `cost-above ${rule.per} ${rule.measure} ${currency}${scopeKey(rule)} ${from}`,
    day,
    until: later(to, addDays(day, NEWS_DAYS)),
    draft: {
      kind: 'cost-above',
      severity: rule.severity,
      title: `${rule.name}: ${amount} ${periodWords(rule.per, from)}, above ${moneyText(rule.amount, currency)}.`,
      facts: [
        { label: 'Cost', value: amount },
        { label: 'Limit', value: `${moneyText(rule.amount, currency)} a ${rule.per}` },
        { label: 'Period', value: `${from} to ${addDays(to, -1)}` },
        ...(comparable && change
          ? [{ label: `The ${rule.per} before`, value: `${moneyText(previous.toFixed(), currency)} (${change})` }]
          : []),
        { label: 'Passed on', value: day },
        { label: 'Rule', value: rule.name },
      ],
      link: costsLink({ from, to }, scopeOf(rule), { measure: rule.measure === 'billed' ? 'billed' : undefined }),
      dataCompleteTo: completeTo,
    },
  };
}

function periodWords(per: RuleOf<'cost-above'>['per'], from: Day): string {
  if (per === 'day') return `on ${dayWords(from)}`;
  return per === 'week' ? `in the week of ${dayWords(from)}` : `in ${monthWords(from)}`;
}
