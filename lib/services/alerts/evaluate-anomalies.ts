import type { AlertDraft } from '../../core/alerts/types';
import { driversOf } from '../../core/anomalies/drivers';
import { BudgetCube } from '../../core/budgets/cube';
import { NONE, writeFilter } from '../../core/costs/cost-query';
import { type CostDimension, costDimensions } from '../../core/costs/dimensions';
import { moneyText } from '../../core/money/format';
import { addDays, type Day } from '../../core/time/days';
import { prisma } from '../../db/client';
import { costCube } from '../../db/queries/cost-cube';
import { raiseAlerts } from '../../db/records/alerts';
import { anomaliesToTell, dailyOf, type FoundAnomaly, MAIN_SHARE, only } from './anomalies-to-tell';
import { dayWords } from './day-words';
import { ARCHIVE_DAYS, completeToOf, RECENT_DAYS } from './recent';

/** Days of history that a weekday is judged by. */
const HISTORY = 120;
const drivers: readonly CostDimension[] = ['service', 'model', 'team', 'sub-account'];

/**
 * Days of the last week of each provider's bills on which usage cost far more or less than its weekday does, with what drove it. Complete days only; below 20 of a currency
 * nothing is told. Returns the ids of the alerts raised.
 */
export async function evaluateAnomalies(organization: number, now: Date): Promise<number[]> {
  const completeTo = await completeToOf(organization, now);
  if (completeTo === null) return [];
  const cube = new BudgetCube(await costCube(organization, addDays(completeTo, -HISTORY)));
  const drafts = cube
    .currencies()
    .flatMap((currency) => anomaliesToTell(cube, currency, completeTo))
    .filter(({ anomaly, view }) => anomaly.to > addDays(view.end, -RECENT_DAYS) && view.end >= addDays(completeTo, -ARCHIVE_DAYS))
    .map(draftOf);
  return drafts.length ? prisma().$transaction((tx) => raiseAlerts(tx, organization, drafts)) : [];
}

function draftOf({ view, filters, anomaly: a }: FoundAnomaly): AlertDraft {
  const money = (n: number) => moneyText(n.toFixed(2), view.currency);
  const main = drivers.filter((d) => !filters.some((f) => f.dimension === d)).map((d) => mainPart({ view, filters, anomaly: a }, d));
  const part = main.find((m) => m?.isOneOfSeveral && m.share >= MAIN_SHARE && m.dimension !== 'service') ?? null;
  const { actual, expected } = part ?? a; // the figures of what is named, which are those of the view it links to
  const impact = actual - expected;
  const all = part ? [...filters, only(part.dimension, part.key)] : filters;
  const query = new URLSearchParams([['from', a.from], ['to', a.to], ...all.map((f): [string, string] => ['f', writeFilter(f)])]);
  if (view.measure === 'billed') query.set('measure', 'billed');
  return {
    key: `anomaly ${view.currency} ${filters.map(writeFilter).join(' ')} ${a.from} ${a.direction}`,
    kind: 'anomaly',
    severity: a.direction === 'up' ? 'warning' : 'info',
    title: `${placeOf(all)}: ${money(actual)} ${daysInWords(a.from, addDays(a.to, -1))}, ${money(expected)} expected.`,
    facts: [
      { label: 'Actual', value: money(actual) },
      { label: 'Expected', value: `${money(expected)}, the median of the same weekdays before` },
      { label: a.direction === 'up' ? 'More than usual' : 'Less than usual', value: money(Math.abs(impact)) },
      ...(part ? [{ label: `All of ${placeOf(filters)}`, value: `${money(a.actual)}, ${money(a.expected)} expected` }] : []),
      ...main.flatMap((m) =>
        m
          ? [{ label: `Main ${costDimensions[m.dimension].title.toLowerCase()}`, value: `${m.key}, ${Math.round(m.share * 100)} % of it` }]
          : [],
      ),
      ...(a.direction === 'drop' ? [{ label: 'Often', value: 'A drop is an export that is missing or not whole' }] : []),
    ],
    link: `/costs?${query}`,
    dataCompleteTo: view.end,
    ruleId: null,
  };
}

/** "claude-opus on Bedrock", "Virtual Machines, team search". */
function placeOf(filters: FoundAnomaly['filters']): string {
  const value = (d: CostDimension) => filters.find((f) => f.dimension === d)?.values.find((v) => v !== NONE);
  const place = value('service') ?? value('provider') ?? 'Without a provider';
  const named = value('model') ? `${value('model')} on ${place}` : place;
  const team = value('team') ? `, team ${value('team')}` : '';
  return `${named}${team}${value('sub-account') ? `, account ${value('sub-account')}` : ''}`;
}

const daysInWords = (first: Day, last: Day) => (first === last ? `on ${dayWords(first)}` : `from ${dayWords(first)} to ${dayWords(last)}`);

function mainPart({ view, filters, anomaly: a }: FoundAnomaly, dimension: CostDimension) {
  const values = view.cube.values(dimension, filters, view.currency).filter((v) => v !== null);
  const [first] = driversOf(
    values.map((key) => ({ key, series: dailyOf(view, [...filters, only(dimension, key)]) })),
    a,
  );
  const share = first ? first.change / a.impact : 0;
  if (!first || share <= 0) return null;
  const { key, actual, expected } = first;
  return { dimension, key, actual, expected, share: Math.min(1, share), isOneOfSeveral: values.length > 1 };
}
