import Big from 'big.js';
import { moneyText } from '../../../lib/core/money/format';
import { isolated } from '../../../lib/core/text/visible';
import { type Bin, binFor } from '../../../lib/core/time/bins';
import { nameIn, othersKey, type SeriesLook, seriesLooks } from '../colour';
import { type Bucket, bucketsOf, bucketTitle, partOf, partText } from './buckets';
import { daysBetween, shortDay } from './days';
import { averaged } from './mean';
import { type PackedPoints, unpackPoints } from './packed-points';
import { type CostPoint, chargedNothing, type ExpectedBar, isEmpty, noFigures, type StackPoint } from './stack-point';
import type { ChartTable } from './table';
import { roundScale, type Scale } from './ticks';

export interface StackInput {
  points: readonly CostPoint[] | PackedPoints;
  /** Half-open range of days. */
  from: string;
  to: string;
  /** Only this currency is drawn; two are never added. */
  currency: string;
  /** Days whose bills are not complete yet. */
  incompleteDays?: readonly string[];
  /** The day after the last one that is known. Left out, a bar that the end of the range cuts is taken for one that still grows. */
  completeTo?: string;
  /** How a group is called on screen. */
  names?: Readonly<Record<string, string>>;
  bands?: number;
  /** What one bar stands for; left out, it follows from the range. */
  unit?: Bin;
  /** How many groups the points of `othersKey` add up. */
  othersCount?: number;
  /** Each bar with all before it. */
  cumulative?: boolean;
  /** Days as the mean of so many up to each. Other bars have none. */
  mean?: number;
  /** False for a price: its parts have no sum, and there is no total. */
  additive?: boolean;
  /** What bars are expected to come to, of all bands together; where bars are cumulative, with all before them. */
  expected?: readonly ExpectedBar[];
}

export interface Band extends SeriesLook {
  key: string;
  label: string;
  total: string;
}

export interface Stack {
  currency: string;
  unit: Bin;
  /** The first day that has a figure. */
  first: string | null;
  total: string;
  bands: Band[];
  points: StackPoint[];
  scale: Scale;
  summary: string;
  table: ChartTable;
}

/** Currencies of a series, the most frequent first: one chart each. */
export function currenciesOf(points: readonly CostPoint[]): string[] {
  const count = new Map<string, number>();
  for (const p of points) count.set(p.currency, (count.get(p.currency) ?? 0) + 1);
  return [...count].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([currency]) => currency);
}

export function prepareStack(input: StackInput): Stack {
  const { currency, names = {}, bands: limit = 8, additive = true } = input;
  const mine = eachOf(input.points).filter((p) => p.currency === currency && p.day >= input.from && p.day < input.to);
  const totals = new Map<string, Big>();
  for (const p of mine) totals.set(p.group, (totals.get(p.group) ?? zero).plus(p.amount));
  const ranked = [...totals]
    .sort((a, b) => b[1].abs().cmp(a[1].abs()) || (a[0] < b[0] ? -1 : 1))
    .map(([key]) => key)
    .filter((key) => key !== othersKey);
  // nine groups are nine bands: "others" for a single one would hide a name for nothing
  const shown = ranked.length > limit + 1 ? ranked.slice(0, limit) : ranked;
  const keys = shown.length < ranked.length || totals.has(othersKey) ? [...shown, othersKey] : shown;
  const keyOf = (group: string) => (shown.includes(group) ? group : othersKey);

  const cells = new Map<string, Map<string, Big>>();
  for (const p of mine) {
    const day = cells.get(p.day) ?? new Map<string, Big>();
    cells.set(p.day, day.set(keyOf(p.group), (day.get(keyOf(p.group)) ?? zero).plus(p.amount)));
  }
  const incomplete = new Set(input.incompleteDays);
  const days = daysBetween(input.from, input.to);
  const known = days.filter((day) => cells.has(day));
  const unit = input.unit ?? binFor(input.from, input.to);
  const expected = new Map(input.expected?.map((e) => [e.day, e]));
  const single = bucketsOf(input.from, input.to, unit).map((bucket): StackPoint => {
    const ahead = expected.get(bucket.from);
    const at = { day: bucket.from, to: bucket.to, unit, ...(ahead && { expected: ahead }) };
    const own = unit === 'day' ? [bucket.from] : daysBetween(bucket.from, bucket.to);
    if (!own.some((day) => cells.has(day))) return { ...at, state: ahead ? 'ahead' : 'missing', total: '0', ...noFigures };
    const amounts = keys.map((key) => [key, sum(own.map((day) => cells.get(day)?.get(key) ?? zero))] as const);
    const grows = stillGrows(bucket, input.completeTo) || own.some((day) => incomplete.has(day));
    const { beginsLate, ...part } = partOf(bucket, unit);
    return {
      ...at,
      state: grows ? 'incomplete' : 'complete',
      ...((beginsLate || (bucket.isCut && !grows)) && { part }),
      total: text(sum(amounts.map(([, amount]) => amount))),
      amounts: Object.fromEntries(amounts.map(([key, amount]) => [key, text(amount)])),
      values: Object.fromEntries(amounts.map(([key, amount]) => [key, amount.toNumber()])),
    };
  });

  const mean = unit === 'day' ? input.mean : undefined;
  const points = input.cumulative
    ? cumulated(single, keys, input.completeTo)
    : mean
      ? averaged(single, keys, mean, input.completeTo)
      : single;

  const looks = seriesLooks(keys);
  const bands = keys.map((key): Band => {
    const parts = key === othersKey ? [...totals.keys()].filter((g) => keyOf(g) === key) : [key];
    const label = key === othersKey ? `${input.othersCount ?? parts.length} others` : nameIn(names, key);
    return {
      key,
      label,
      total: text(sum(parts.map((g) => totals.get(g) ?? zero))),
      ...(looks.get(key) ?? { colour: 'currentColor', hatched: false }),
    };
  });
  const total = text(sum([...totals.values()]));
  const scale = roundScale(Math.min(0, ...points.map(depthOf)), Math.max(0, ...points.map(heightOf)));
  return {
    currency,
    unit,
    first: known[0] ?? null,
    total,
    bands,
    points,
    scale,
    summary: summarise(known, bands, total, currency),
    table: tableOf(points, bands, additive && !mean ? total : null, currency),
  };
}

const eachOf = (points: StackInput['points']): readonly CostPoint[] => (isPacked(points) ? unpackPoints(points) : points);
const isPacked = (points: StackInput['points']): points is PackedPoints => points[0] !== undefined && 'groups' in points[0];

/** Bills are still to come of it: it reaches past what is known, or is cut just there. */
const stillGrows = ({ to, isCut }: Bucket, completeTo: string | undefined): boolean =>
  completeTo === undefined ? isCut : isCut ? to >= completeTo : to > completeTo;

const below = ({ values }: StackPoint): number => Object.values(values).reduce((sum, v) => (v < 0 ? sum + v : sum), 0);

/** How far a bar reaches below zero, and how far above it; the interval of what is expected stands on top of what is known. */
const depthOf = (p: StackPoint): number => Math.min(below(p), p.expected ? Number(p.expected.low ?? p.expected.amount) : 0);
function heightOf(p: StackPoint): number {
  const known = Object.values(p.values).reduce((sum, v) => (v > 0 ? sum + v : sum), 0);
  return p.expected ? Math.max(known, Number(p.expected.high ?? p.expected.amount) - below(p)) : known;
}

/** The result in one sentence. */
function summarise(known: readonly string[], bands: readonly Band[], total: string, currency: string): string {
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return 'No figures in this period.';
  const largest = bands.find((b) => b.key !== othersKey);
  const share =
    largest && new Big(total).gt(0) && bands.every((b) => !b.total.startsWith('-'))
      ? new Big(largest.total).div(total).times(100).round(0).toFixed()
      : null;
  const missing = daysBetween(first, last).length + 1 - known.length;
  return [
    `${moneyText(total, currency)} from ${shortDay(first)} to ${shortDay(last)}`,
    largest && bands.length > 1 ? `${isolated(largest.label)} ${share ? `is ${share} % of it` : 'is the largest'}` : null,
    missing > 0 ? `${missing} ${missing === 1 ? 'day is' : 'days are'} missing` : null,
  ]
    .filter(Boolean)
    .join('; ')
    .concat('.');
}

const columnOf: Record<Bin, string> = { day: 'Day', week: 'Week from', month: 'Month', quarter: 'Quarter from' };

/** Every point with all before it; where nothing was charged it is what it was. Before the first figure, and where bills are still to come, there is none. */
function cumulated(points: readonly StackPoint[], keys: readonly string[], completeTo?: string): StackPoint[] {
  const so = new Map<string, Big>();
  const isNothing = chargedNothing(points, completeTo);
  return points.map((point) => {
    for (const key of keys) so.set(key, (so.get(key) ?? zero).plus(point.amounts[key] ?? 0));
    if (isEmpty(point) && !isNothing(point)) return point;
    return {
      ...point,
      ...(isEmpty(point) && { state: 'complete' }),
      total: text(sum([...so.values()])),
      amounts: Object.fromEntries([...so].map(([key, amount]) => [key, text(amount)])),
      values: Object.fromEntries([...so].map(([key, amount]) => [key, amount.toNumber()])),
    };
  });
}

/** Without a total where the parts have no sum. */
function tableOf(points: readonly StackPoint[], bands: readonly Band[], total: string | null, currency: string): ChartTable {
  return {
    of: points[0]?.unit ?? 'day',
    columns: [
      { key: 'day', header: columnOf[points[0]?.unit ?? 'day'] },
      ...(total === null ? [] : [{ key: 'total', header: `Total (${currency})`, numeric: true }]),
      ...bands.map((b) => ({ key: column(b.key), header: `${b.label} (${currency})`, numeric: true })),
      { key: 'note', header: 'Note' },
    ],
    rows: points
      .filter((p) => !isEmpty(p))
      .map((p) => ({
        day: barName(p),
        ...byColumn(Object.entries(p.amounts)),
        ...(total === null ? {} : { total: p.total }),
        note: partialWords(p).join(', '),
      })),
    ...(total === null ? {} : { total: { day: 'Total', ...byColumn(bands.map((b) => [b.key, b.total])), total, note: '' } }),
  };
}

/** How a bar is called in a table. */
export const barName = ({ day, unit }: Pick<StackPoint, 'day' | 'unit'>): string => (unit === 'month' ? day.slice(0, 7) : day);

// A team may be called "total".
const column = (band: string) => `band:${band}`;
const byColumn = (entries: readonly (readonly [string, string])[]) => Object.fromEntries(entries.map(([key, v]) => [column(key), v]));

const partialWords = ({ state, part, unit }: StackPoint): string[] => [
  ...(part ? [partText(unit, part)] : []),
  ...(state === 'incomplete' ? ['not complete yet'] : []),
];

/** "Tue 3 Nov 2026", and what is special about it. */
export const pointTitle = (p: StackPoint): string =>
  [
    bucketTitle({ from: p.day, to: p.to }, p.unit),
    ...(p.state === 'missing' ? ['no figures'] : p.state === 'ahead' ? ['expected'] : partialWords(p)),
  ].join(' · ');

const zero = new Big(0);
const sum = (amounts: readonly Big[]) => amounts.reduce((a, b) => a.plus(b), zero);
const text = (amount: Big) => amount.toFixed();
