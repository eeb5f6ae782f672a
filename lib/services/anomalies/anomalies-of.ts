import { createHash } from 'node:crypto';
import Big from 'big.js';
import type { Expected } from '../../core/anomalies/expected';
import { BudgetCube, sumBetween } from '../../core/budgets/cube';
import { type CostFilter, NONE, writeFilter } from '../../core/costs/cost-query';
import { type CostDimension, costDimensions } from '../../core/costs/dimensions';
import { moneyText } from '../../core/money/format';
import { addDays, type Day } from '../../core/time/days';
import type { Range } from '../../core/time/period';
import { costCube } from '../../db/queries/cost-cube';
import { anomaliesToTell, type FoundAnomaly } from '../alerts/anomalies-to-tell';
import { completeToOf } from '../alerts/recent';
import { eachInTurn, giveWay } from '../give-way';
import { daysInWords, lastDayOf, mainParts, namedPart, placeOf, wholeValues } from './describe';
import { whyOf } from './why';

/** Days that are looked at, and what a weekday of them is judged by. */
export const LOOKED_AT = 90;
const HISTORY = 120;
/** Two halves have no main one. */
const WORTH_NAMING = 0.55;

/** One thing that stood out; amounts as decimals in its currency, those that are estimates rounded to its cents. */
export interface AnomalyItem {
  /** The same as long as it begins on the same day at the same place. */
  id: string;
  sentence: string;
  place: string;
  provider: string | null;
  currency: string;
  measure: 'effective' | 'billed';
  direction: 'up' | 'drop';
  from: Day;
  /** The day after its last. */
  to: Day;
  actual: string;
  expected: string;
  /** actual − expected. */
  impact: string;
  days: { day: Day; impact: string }[];
  /** As an address writes them. */
  filters: string[];
  /** What drove it most, in words: "team search, 92 % of it". */
  driver: string | null;
  /** Of a dimension that its filters leave open, the value that all of it is of, for views that are filtered by it. */
  whole: Partial<Record<CostDimension, string>>;
  /** Against the usual same weekdays; null where nothing is counted in tokens. */
  why: { price: string; volume: string; mix: string; unexplained: string } | null;
  /** The costs behind it, with the same filters. */
  href: string;
}

export interface AnomalyList {
  /** Null where no bill is recent enough. */
  period: Range | null;
  /** The rows of a calendar. */
  providers: { provider: string | null; currency: string }[];
  /** The largest impact first, within each currency. */
  items: AnomalyItem[];
}

const nothing: AnomalyList = { period: null, providers: [], items: [] };

/** Everything that stands out in the longest period, of all providers. */
export async function anomaliesOf(organization: number, expected: readonly Expected[], now: Date): Promise<AnomalyList> {
  const completeTo = await completeToOf(organization, now);
  if (completeTo === null) return nothing;
  const cube = await BudgetCube.inTurns(await costCube(organization, addDays(completeTo, -LOOKED_AT - HISTORY)), giveWay);
  const period = { from: addDays(completeTo, -LOOKED_AT), to: completeTo };
  const found = (await eachInTurn(cube.currencies(), (currency) => anomaliesToTell(cube, currency, completeTo, expected))).flat();
  const items = await eachInTurn(
    found.filter(({ anomaly }) => anomaly.to > period.from),
    itemOf,
  );
  return {
    period,
    providers: cube.currencies().flatMap((currency) => cube.values('provider', [], currency).map((provider) => ({ provider, currency }))),
    items: items.sort((a, b) =>
      a.currency < b.currency ? -1 : a.currency > b.currency ? 1 : new Big(b.impact).abs().cmp(new Big(a.impact).abs()),
    ),
  };
}

async function itemOf(found: FoundAnomaly): Promise<AnomalyItem> {
  const { view, filters, anomaly: a } = found;
  const { currency, measure } = view;
  const estimate = (n: number) => n.toFixed(2);
  const actual = view.cube.decimal(sumBetween(view.cube.series(filters, measure, currency), a.from, a.to));
  const expected = estimate(a.expected);
  const parts = await mainParts(found);
  const driver = namedPart(parts) ?? parts.find((p) => p.isOneOfSeveral && p.share >= WORTH_NAMING) ?? null;
  const why = await whyOf(found);
  const written = filters.map(writeFilter);
  const key = `${currency} ${written.join(' ')} ${a.from} ${a.direction}`;
  return {
    id: createHash('sha256').update(key).digest('hex').slice(0, 12),
    sentence: `${placeOf(filters)}: ${moneyText(actual, currency)} ${daysInWords(a.from, lastDayOf(a))}, ${moneyText(expected, currency)} expected.`,
    place: placeOf(filters),
    provider: oneOf(filters, 'provider') ?? null,
    currency,
    measure: measure === 'billed' ? 'billed' : 'effective',
    direction: a.direction,
    from: a.from,
    to: a.to,
    actual,
    expected,
    impact: new Big(actual).minus(expected).toFixed(2),
    days: a.days.map((d) => ({ day: d.day, impact: estimate(d.actual - d.expected) })),
    filters: written,
    driver: driver && `${costDimensions[driver.dimension].title.toLowerCase()} ${driver.key}, ${Math.round(driver.share * 100)} % of it`,
    whole: await wholeValues(found),
    why: why && {
      price: estimate(why.price),
      volume: estimate(why.volume),
      mix: estimate(why.mix),
      unexplained: estimate(why.unexplained),
    },
    href: hrefOf(found, written),
  };
}

/** The value of a filter that names one; `NONE` is none. */
function oneOf(filters: readonly CostFilter[], dimension: CostDimension): string | undefined {
  return filters.find((f) => f.dimension === dimension && !f.exclude)?.values.find((v) => v !== NONE);
}

function hrefOf({ view, anomaly: a }: FoundAnomaly, filters: readonly string[]): string {
  const query = new URLSearchParams([['from', a.from], ['to', a.to], ...filters.map((f): [string, string] => ['f', f])]);
  query.set('ccy', 'billing');
  query.set('draw', view.currency);
  if (view.measure === 'billed') query.set('measure', 'billed');
  return `/costs?${query}`;
}
