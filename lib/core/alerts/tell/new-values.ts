import type Big from 'big.js';
import { costDimensions } from '../../costs/dimensions';
import { moneyText } from '../../money/format';
import { addDays, type Day, earlier, later } from '../../time/days';
import { dayWords } from '../day-words';
import type { NewValueDimension, RuleOf } from '../rules';
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

/** So long something is new, and so long a provider must have been known for something in it to be news. */
const NEW_DAYS = 7;

export const newValueWords: Record<NewValueDimension, string> = {
  model: 'model',
  'sub-account': 'account',
  region: 'region',
  service: 'service',
  provider: 'provider',
};

/** What appears for the first time and soon costs more than the limit. Within a provider that is itself new, everything is new and nothing is told. */
export function tellNewValues(rule: RuleOf<'new-value'>, facts: RuleFacts): Told[] {
  const firstOf = (dimension: NewValueDimension) =>
    facts.firstSeen.filter((s) => s.dimension === costDimensions[dimension].column).map((s) => [s.value, s.first] as const);
  const providers = new Map(firstOf('provider'));
  return firstOf(rule.dimension).flatMap(([value, first]) => {
    if (addDays(first, NEW_DAYS) < facts.from) return [];
    const found = currenciesOf(rule, facts.cube).flatMap((currency) => newValue(rule, facts, { value, first, currency, providers }) ?? []);
    const [most] = found.sort((a, b) => b.amount.cmp(a.amount)); // currencies are never added to each other
    return most ? [toldOf(rule, facts, { ...most, day: found.map((f) => f.day).reduce(earlier) })] : [];
  });
}

interface NewValue {
  value: string;
  first: Day;
  currency: string;
  day: Day;
  amount: Big;
}

function newValue(
  rule: RuleOf<'new-value'>,
  { cube, completeTo }: RuleFacts,
  { value, first, currency, providers }: Pick<NewValue, 'value' | 'first' | 'currency'> & { providers: ReadonlyMap<string, Day> },
): NewValue | null {
  const filters = [...scopeOf(rule), only(rule.dimension, value)];
  const end = earlier(addDays(first, NEW_DAYS), completeTo);
  // of the providers it is in, what each costs, and since when something in it is news
  const parts = cube.values('provider', filters, currency).map((provider) => ({
    days: spendByDay(cube, [...filters, only('provider', provider)], currency),
    since: knownFrom(rule, provider, providers),
  }));
  const sumOn = (day: Day) =>
    bigOf(
      cube,
      parts.reduce((sum, p) => (p.since !== null && p.since <= day ? sum + between(p.days, first, addDays(day, 1)) : sum), 0n),
    );
  for (let day = first; day < end; day = addDays(day, 1)) {
    const whole = () => bigOf(cube, between(spendByDay(cube, scopeOf(rule), currency), first, addDays(day, 1)));
    if (isAbove(sumOn(day), rule.amount, rule.percent, whole)) return { value, first, currency, day, amount: sumOn(addDays(end, -1)) };
  }
  return null;
}

/** From which day on something new in a provider is news: when the provider is no longer new itself. */
function knownFrom(rule: RuleOf<'new-value'>, provider: string | null, providers: ReadonlyMap<string, Day>): Day | null {
  const all = [...providers.values()];
  if (rule.dimension !== 'provider') return provider === null ? null : addDays(providers.get(provider) ?? '9000-01-01', NEW_DAYS);
  return all.length ? addDays(all.reduce(earlier), NEW_DAYS) : null;
}

function toldOf(rule: RuleOf<'new-value'>, { cube, completeTo }: RuleFacts, { value, first, currency, day, amount }: NewValue): Told {
  const filters = [...scopeOf(rule), only(rule.dimension, value)];
  const money = moneyText(amount.toFixed(), currency);
  const named = (dimension: 'provider' | 'service') =>
    cube
      .values(dimension, filters, currency)
      .map((v) => v ?? '–')
      .slice(0, 3)
      .join(', ') || '–';
  return {
    event: `new-value ${rule.dimension} ${value}${scopeKey(rule)}`,
    day,
    until: addDays(first, NEW_DAYS),
    draft: {
      kind: 'new-value',
      severity: rule.severity,
      title: `${value}: a new ${newValueWords[rule.dimension]}, ${money} since ${dayWords(first)}.`,
      facts: [
        { label: 'First charge', value: first },
        { label: 'Cost since', value: money },
        ...(rule.dimension === 'provider' ? [] : [{ label: 'Provider', value: named('provider') }]),
        ...(rule.dimension === 'service' ? [] : [{ label: 'Service', value: named('service') }]),
        ...ruleFact(rule),
      ],
      link: costsLink({ from: first, to: later(completeTo, addDays(first, 1)) }, filters),
      dataCompleteTo: completeTo,
    },
  };
}
