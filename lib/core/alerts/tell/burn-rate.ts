import Big from 'big.js';
import { moneyText } from '../../money/format';
import { addDays, type Day, later } from '../../time/days';
import { dayWords } from '../day-words';
import type { RuleOf } from '../rules';
import { bigOf, costsLink, currenciesOf, type RuleFacts, scopeKey, scopeOf, spendByDay, type Told } from './facts';

/** Same weekdays before a day that say what is usual, and how few will do. */
const WEEKDAYS = 6;
const FEWEST = 2;
/** So many days after its last day a run is still news. */
const NEWS_DAYS = 6;

interface FastDay {
  day: Day;
  actual: Big;
  usual: Big;
}

/**
 * Days that cost many times their usual, the median of the same weekdays before, and so much more in money; consecutive ones as one. The running day
 * counts as well: what it has cost can only grow.
 */
export const tellBurnRate = (rule: RuleOf<'burn-rate'>, facts: RuleFacts): Told[] =>
  currenciesOf(rule, facts.cube).flatMap((currency) =>
    runs(fastDays(rule, facts, currency))
      .filter((run) => (run.at(-1)?.day ?? '') >= facts.from)
      .flatMap((run) => toldOf(rule, facts, currency, run) ?? []),
  );

function fastDays(rule: RuleOf<'burn-rate'>, { cube, today }: RuleFacts, currency: string): FastDay[] {
  const days = spendByDay(cube, scopeOf(rule), currency, rule.measure);
  const known = [...days.keys()].filter((d) => d <= today).sort();
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return [];
  const costOf = (day: Day) => bigOf(cube, days.get(day) ?? 0n); // a day without charges between others is a real zero
  const found: FastDay[] = [];
  for (let day = addDays(first, 7 * FEWEST); day <= last; day = addDays(day, 1)) {
    const before = Array.from({ length: WEEKDAYS }, (_, i) => addDays(day, -7 * (i + 1))).filter((d) => d >= first);
    const median = middle(before.map(costOf));
    const usual = median.gt(0) ? median : new Big(0); // credits are no pace
    const actual = costOf(day);
    if (actual.gt(usual.times(rule.times)) && actual.minus(usual).gte(rule.amount)) found.push({ day, actual, usual });
  }
  return found;
}

/** The median, exact; of an even number the mean of the middle two. */
function middle(values: readonly Big[]): Big {
  const sorted = [...values].sort((a, b) => a.cmp(b));
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? new Big(0);
  return sorted.length % 2 ? upper : upper.plus(sorted[half - 1] ?? 0).div(2);
}

function runs(days: readonly FastDay[]): FastDay[][] {
  const found: FastDay[][] = [];
  for (const day of days) {
    const run = found.at(-1);
    if (run && addDays(run.at(-1)?.day ?? '', 1) === day.day) run.push(day);
    else found.push([day]);
  }
  return found;
}

function toldOf(rule: RuleOf<'burn-rate'>, { completeTo }: RuleFacts, currency: string, run: readonly FastDay[]): Told | null {
  const [start, end] = [run[0], run.at(-1)];
  if (!start || !end) return null;
  const { day, actual, usual } = start;
  const money = (b: Big) => moneyText(b.round(12).toFixed(), currency);
  const speed = usual.gt(0) ? `${actual.div(usual).toFixed(1)} times the usual ${money(usual)}` : 'usually nothing';
  return {
    event: `burn-rate ${currency}${scopeKey(rule)} ${day}`,
    day,
    until: addDays(end.day, 1 + NEWS_DAYS),
    draft: {
      kind: 'burn-rate',
      severity: rule.severity,
      title: `${rule.name}: ${money(actual)} on ${dayWords(day)}${day >= completeTo ? ' so far' : ''}, ${speed}.`,
      facts: [
        { label: 'Cost', value: money(actual) },
        { label: 'Usual', value: `${money(usual)}, the median of the same weekdays before` },
        { label: 'Told above', value: `${rule.times} times the usual, and ${moneyText(rule.amount, currency)} more` },
        ...(end.day > day ? [{ label: 'Days', value: `${day} to ${end.day}` }] : []),
        { label: 'Rule', value: rule.name },
      ],
      link: costsLink({ from: day, to: addDays(end.day, 1) }, scopeOf(rule), { measure: rule.measure === 'billed' ? 'billed' : undefined }),
      dataCompleteTo: later(completeTo, addDays(day, 1)),
    },
  };
}
