import { moneyText } from '../../money/format';
import { addDays, addMonths, type Day, earlier, monthStart } from '../../time/days';
import { monthWords } from '../day-words';
import type { RuleOf } from '../rules';
import {
  between,
  bigOf,
  costsLink,
  currenciesOf,
  isAbove,
  only,
  type RuleFacts,
  ruleFact,
  scopeKey,
  scopeOf,
  spendByDay,
  type Told,
} from './facts';

/** Months in which AI spend on meters without a known model passes the limit. */
export function tellUnclassified(rule: RuleOf<'unclassified'>, facts: RuleFacts): Told[] {
  const months: Day[] = [];
  for (let m = monthStart(facts.from); m < facts.completeTo; m = addMonths(m, 1)) months.push(m);
  return currenciesOf(rule, facts.cube).flatMap((currency) => months.flatMap((month) => inMonth(rule, facts, currency, month) ?? []));
}

function inMonth(rule: RuleOf<'unclassified'>, { cube, completeTo }: RuleFacts, currency: string, month: Day): Told | null {
  const filters = [...scopeOf(rule), only('class', 'unclassified')];
  const days = spendByDay(cube, filters, currency);
  const all = spendByDay(cube, [...scopeOf(rule), only('ai', 'true')], currency);
  const end = earlier(addMonths(month, 1), completeTo);
  let day = month;
  const upTo = (d: Day) => addDays(d, 1);
  const passes = (d: Day) =>
    isAbove(bigOf(cube, between(days, month, upTo(d))), rule.amount, rule.percent, () => bigOf(cube, between(all, month, upTo(d))));
  while (day < end && !passes(day)) day = addDays(day, 1);
  if (day >= end) return null;
  const amount = moneyText(cube.decimal(between(days, month, end)), currency);
  const services = cube
    .values('service', filters, currency)
    .map((service) => ({ service, units: between(spendByDay(cube, [...filters, only('service', service)], currency), month, end) }))
    .filter((s) => s.units > 0n)
    .sort((a, b) => (a.units < b.units ? 1 : -1));
  return {
    event: `unclassified ${month.slice(0, 7)} ${currency}${scopeKey(rule)}`,
    day,
    until: addMonths(month, 1),
    draft: {
      kind: 'unpriced',
      severity: rule.severity,
      title: `${amount} of AI spend in ${monthWords(month)} is on meters whose model is not known.`,
      facts: [
        { label: 'Without a model', value: amount },
        { label: 'Told above', value: moneyText(rule.amount, currency) },
        ...services
          .slice(0, 3)
          .map((s) => ({ label: s.service ?? 'Without a service', value: moneyText(cube.decimal(s.units), currency) })),
        ...ruleFact(rule),
      ],
      link: costsLink({ from: month, to: end }, filters, { by: 'service' }),
      dataCompleteTo: completeTo,
    },
  };
}
