import { driversOf } from '../../core/anomalies/drivers';
import { NONE } from '../../core/costs/cost-query';
import { type CostDimension, costDimensions } from '../../core/costs/dimensions';
import { addDays, type Day } from '../../core/time/days';
import { dailyOf, type FoundAnomaly, MAIN_SHARE, only } from '../alerts/anomalies-to-tell';
import { dayWords } from '../alerts/day-words';
import { eachInTurn } from '../give-way';

/** The part of a dimension that moved most. */
export interface MainPart {
  dimension: CostDimension;
  key: string;
  actual: number;
  expected: number;
  /** Of the impact, at most 1. */
  share: number;
  isOneOfSeveral: boolean;
}

const told: readonly CostDimension[] = ['service', 'model', 'team', 'sub-account'];

/** What drove an anomaly, by each dimension that its place leaves open. */
export const mainParts = (found: FoundAnomaly): Promise<MainPart[]> => partsOf(found, told);

/** What two figures may differ by and still be told as one: what rounding and the smallest charges leave. */
const SAME = 0.005;

/** The value that an anomaly as a whole is of, what it cost as well as what was expected, for each dimension that its place leaves open. */
export async function wholeValues(found: FoundAnomaly): Promise<Partial<Record<CostDimension, string>>> {
  const parts = await partsOf(found, Object.keys(costDimensions) as CostDimension[]);
  const { actual, expected } = found.anomaly;
  const most = SAME * Math.max(Math.abs(actual), Math.abs(expected));
  const isWhole = (p: MainPart) => Math.abs(p.actual - actual) <= most && Math.abs(p.expected - expected) <= most;
  return Object.fromEntries(parts.filter(isWhole).map((p) => [p.dimension, p.key]));
}

async function partsOf(found: FoundAnomaly, dimensions: readonly CostDimension[]): Promise<MainPart[]> {
  const open = dimensions.filter((d) => !found.filters.some((f) => f.dimension === d));
  return (await eachInTurn(open, (d) => mainPart(found, d))).filter((p) => p !== null);
}

/** The part that explains so much of an anomaly that it is called by it. */
export const namedPart = (main: readonly MainPart[]): MainPart | null =>
  main.find((m) => m.isOneOfSeveral && m.share >= MAIN_SHARE && m.dimension !== 'service') ?? null;

/** Of more parts than these, those with most money are judged day by day: of 5,000, all of them would take minutes. */
const MOST_PARTS = 300;
/** Days before an anomaly that its parts are judged by. */
const BEFORE = 42;

/** The values with most money, in whatever direction, on the days of an anomaly and those before it. */
async function mostMoney(values: readonly string[], dimension: CostDimension, { view, filters, anomaly }: FoundAnomaly): Promise<string[]> {
  const since = addDays(anomaly.from, -BEFORE);
  const sized = await eachInTurn(values, (value) => {
    let size = 0n;
    for (const [day, amount] of view.cube.series([...filters, only(dimension, value)], view.measure, view.currency).days)
      if (day >= since && day < anomaly.to) size += amount < 0n ? -amount : amount;
    return { value, size };
  });
  return sized
    .sort((a, b) => (a.size === b.size ? (a.value < b.value ? -1 : 1) : a.size > b.size ? -1 : 1))
    .slice(0, MOST_PARTS)
    .map(({ value }) => value);
}

async function mainPart({ view, filters, anomaly: a }: FoundAnomaly, dimension: CostDimension): Promise<MainPart | null> {
  const all = view.cube.values(dimension, filters, view.currency).filter((v) => v !== null);
  const values = all.length > MOST_PARTS ? await mostMoney(all, dimension, { view, filters, anomaly: a }) : all;
  const parts = await eachInTurn(values, (key) => ({ key, series: dailyOf(view, [...filters, only(dimension, key)]) }));
  const [first] = driversOf(parts, a);
  const share = first ? first.change / a.impact : 0;
  if (!first || share <= 0) return null;
  const { key, actual, expected } = first;
  return { dimension, key, actual, expected, share: Math.min(1, share), isOneOfSeveral: all.length > 1 };
}

/** "claude-opus on Bedrock", "Virtual Machines, team search". */
export function placeOf(filters: FoundAnomaly['filters']): string {
  const value = (d: CostDimension) => filters.find((f) => f.dimension === d)?.values.find((v) => v !== NONE);
  const place = value('service') ?? value('provider') ?? 'Without a provider';
  const named = value('model') ? `${value('model')} on ${place}` : place;
  const team = value('team') ? `, team ${value('team')}` : '';
  return `${named}${team}${value('sub-account') ? `, account ${value('sub-account')}` : ''}`;
}

/** "on 28 Aug", "from 28 Aug to 30 Aug"; both days included. */
export const daysInWords = (first: Day, last: Day): string =>
  first === last ? `on ${dayWords(first)}` : `from ${dayWords(first)} to ${dayWords(last)}`;

/** The last day of a half-open range. */
export const lastDayOf = (range: { to: Day }): Day => addDays(range.to, -1);
