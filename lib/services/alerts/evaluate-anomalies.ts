import type { RuleOf } from '../../core/alerts/rules';
import { currenciesOf, only, ruleFact, scopeKey, scopeOf, type Told } from '../../core/alerts/tell/facts';
import { within } from '../../core/alerts/tell/within';
import type { Expected } from '../../core/anomalies/expected';
import { BudgetCube, type CostCube } from '../../core/budgets/cube';
import { writeFilter } from '../../core/costs/cost-query';
import { costDimensions } from '../../core/costs/dimensions';
import { moneyText } from '../../core/money/format';
import { addDays, type Day } from '../../core/time/days';
import { costCube } from '../../db/queries/cost-cube';
import { listExpected } from '../../db/records/expected-events';
import { daysInWords, mainParts, namedPart, placeOf } from '../anomalies/describe';
import { eachInTurn, giveWay } from '../give-way';
import { anomaliesToTell, type FoundAnomaly } from './anomalies-to-tell';
import { raiseTold } from './raise-told';
import { ARCHIVE_DAYS, completeToOf, RECENT_DAYS } from './recent';
import { ofKind, rulesInForce } from './rules-in-force';

/** Days of history that a weekday is judged by. */
const HISTORY = 120;

/**
 * Days of the last week of each provider's bills on which usage cost far more or less than its weekday does, with what drove it, as the rules that are on
 * have it. Complete days only. Returns the ids of the alerts raised.
 */
export async function evaluateAnomalies(organization: number, now: Date): Promise<number[]> {
  const [completeTo, inForce] = await Promise.all([completeToOf(organization, now), rulesInForce(organization)]);
  const rules = ofKind(inForce, 'anomaly');
  if (completeTo === null || rules.length === 0) return [];
  const [cells, expected] = await Promise.all([costCube(organization, addDays(completeTo, -HISTORY)), listExpected(organization)]);
  const told = await eachInTurn(rules, async (by) =>
    (await tellAnomalies(by.rule, { cells, completeTo, expected })).map((t) => ({ ...t, by })),
  );
  return raiseTold(
    organization,
    told.flat().filter((t) => completeTo <= t.until),
  );
}

/** All that stands out by one rule, as far as the cells reach. */
export async function tellAnomalies(
  rule: RuleOf<'anomaly'>,
  { cells, completeTo, expected }: { cells: CostCube; completeTo: Day; expected: readonly Expected[] },
): Promise<Told[]> {
  const scope = scopeOf(rule);
  const cube = await BudgetCube.inTurns(within(cells, scope), giveWay);
  const limits = { scope, minImpact: Number(rule.amount), minShare: Number(rule.percent) / 100, threshold: Number(rule.sensitivity) };
  const all = await eachInTurn(currenciesOf(rule, cube), (currency) => anomaliesToTell(cube, currency, completeTo, expected, limits));
  const wanted = all
    .flat()
    .filter(({ anomaly }) => rule.direction === 'both' || (anomaly.direction === 'up') === (rule.direction === 'up'));
  return eachInTurn(wanted, async (found) => {
    const { anomaly, view } = found;
    const isNews = anomaly.to > addDays(view.end, -RECENT_DAYS) && view.end >= addDays(completeTo, -ARCHIVE_DAYS);
    return { ...(await toldOf(rule, found)), until: isNews ? completeTo : addDays(completeTo, -1) };
  });
}

async function toldOf(rule: RuleOf<'anomaly'>, { view, filters, anomaly: a }: FoundAnomaly): Promise<Omit<Told, 'until'>> {
  const money = (n: number) => moneyText(n.toFixed(2), view.currency);
  const main = await mainParts({ view, filters, anomaly: a });
  const part = namedPart(main);
  const { actual, expected } = part ?? a; // the figures of what is named, which are those of the view it links to
  const impact = actual - expected;
  const all = [...filters, ...(part ? [only(part.dimension, part.key)] : []), ...scopeOf(rule)];
  const query = new URLSearchParams([['from', a.from], ['to', a.to], ...all.map((f): [string, string] => ['f', writeFilter(f)])]);
  if (view.measure === 'billed') query.set('measure', 'billed');
  const draft: Told['draft'] = {
    kind: 'anomaly',
    severity: a.direction === 'up' || rule.direction === 'down' ? rule.severity : 'info',
    title: `${placeOf(all)}: ${money(actual)} ${daysInWords(a.from, addDays(a.to, -1))}, ${money(expected)} expected.`,
    facts: [
      { label: 'Actual', value: money(actual) },
      { label: 'Expected', value: `${money(expected)}, the median of the same weekdays before` },
      { label: a.direction === 'up' ? 'More than usual' : 'Less than usual', value: money(Math.abs(impact)) },
      ...(part ? [{ label: `All of ${placeOf(filters)}`, value: `${money(a.actual)}, ${money(a.expected)} expected` }] : []),
      ...main.map((m) => ({
        label: `Main ${costDimensions[m.dimension].title.toLowerCase()}`,
        value: `${m.key}, ${Math.round(m.share * 100)} % of it`,
      })),
      ...ruleFact(rule),
      ...(a.direction === 'drop' ? [{ label: 'Often', value: 'A drop is an export that is missing or not whole' }] : []),
    ],
    link: `/costs?${query}`,
    dataCompleteTo: view.end,
  };
  return {
    event: `anomaly ${view.currency} ${filters.map(writeFilter).join(' ')} ${a.from} ${a.direction}${scopeKey(rule)}`,
    day: a.from,
    draft,
  };
}
