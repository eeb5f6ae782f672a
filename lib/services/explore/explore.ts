import { type Actor, requirePermission } from '../../core/access/actor';
import type { BeforeSplit } from '../../core/allocation/before-split';
import { binFor, type ExploreQuery, groupedBy } from '../../core/explore/explore-query';
import { isMoney } from '../../core/explore/measures';
import type { DrawnGroup, ExploreGroup, ExplorePoint, ExploreQuestion, ExploreTotal, Unpriced } from '../../core/explore/question';
import type { Converted } from '../../core/fx/conversion';
import type { MonthRate } from '../../core/fx/rate';
import type { Bin } from '../../core/time/bins';
import { addDays } from '../../core/time/days';
import type { Range } from '../../core/time/period';
import { answerOnCopy } from '../../db/columnar/answer';
import { beforeSplitOf } from '../allocation/before-split';
import { comparedWith, knownTo, rangeUpTo } from '../costs/period-of';
import { conversionOf, currencyOf } from '../fx/conversion-of';
import { dimensionTitles } from './dimension-titles';
import { copyOf, onCopy } from './engine';
import { fitsSlices, groupsFromSlices, seriesFromSlices } from './from-slices';
import { requireKnownKeys } from './known-keys';
import { unpricedOf } from './unpriced';

export interface ExploreAnswer {
  period: Range;
  /** Null where it would begin before the first day known, or where none is wanted. */
  comparison: Range | null;
  firstDay: string | null;
  /** The day after the last one that is known: what reaches past it is still to grow. */
  completeTo: string;
  bin: Bin;
  by: string[];
  /** What each of them is called here, in the same order. */
  titles: string[];
  /** The largest, largest first; the totals say how many there are. */
  groups: ExploreGroup[];
  totals: ExploreTotal[];
  /** What is in no total, of the measures that are about prices. */
  unpriced: Unpriced[];
  drawn: DrawnGroup[];
  /** `place` of a point is that of its group in `drawn`; what comes after the last is all others. */
  series: ExplorePoint[];
  /** What of it others carry: here it stands before shared costs are split. Null where it is about no allocation that shares anything. */
  beforeSplit: BeforeSplit | null;
  /** The currency all is told in and the rates it took; null where each currency stands as it was billed. */
  conversion: Converted | null;
}

/** Groups that are listed; the others stand together. */
const LISTED = 1_000;
/** Groups of one currency that are drawn; the others stand together. */
const DRAWN = 8;

/** The answer to a free question of the ledger: groups with what they are compared with, totals, and how they went. Exact decimals as text. */
export async function explore(actor: Actor, query: ExploreQuery, today: string, signal?: AbortSignal): Promise<ExploreAnswer> {
  requirePermission(actor, 'costs:read');
  const copy = copyOf(actor.organizationId);
  const { question, firstDay, completeTo } = await understood(actor, query, today, copy);
  const [{ groups, totals, used, drawn, series }, unpriced, titles] = await Promise.all([
    onCopy(
      actor.organizationId,
      (store) => answerOnCopy(store, question, LISTED, (groups, totals) => drawnOf(groups, totals, question), { signal }),
      () => (fitsSlices(question) ? fromSlices(actor.organizationId, question) : null),
      copy,
    ),
    unpricedOf(actor.organizationId, question, signal),
    dimensionTitles(actor.organizationId, question.by),
  ]);
  return {
    period: question.range,
    comparison: question.comparison,
    firstDay,
    completeTo,
    bin: question.bin,
    by: [...question.by],
    titles,
    groups,
    totals,
    unpriced,
    drawn,
    series,
    beforeSplit: await beforeSplitOf(actor.organizationId, question, groups),
    conversion: converted(question, used),
  };
}

/** What an answer says about its conversion. */
export const converted = ({ conversion }: ExploreQuestion, rates: MonthRate[]): Converted | null =>
  conversion && { to: conversion.to, rates };

async function fromSlices(organization: number, question: Parameters<typeof groupsFromSlices>[1]) {
  const found = await groupsFromSlices(organization, question, LISTED);
  const drawn = drawnOf(found.groups, found.totals, question);
  return { ...found, drawn, series: await seriesFromSlices(organization, question, drawn) };
}

/** What an address asks, with its days named. Throws `invalid` for a tag or an allocation that there is not. */
export async function understood(
  actor: Actor,
  query: ExploreQuery,
  today: string,
  copy?: ReturnType<typeof copyOf>,
): Promise<{ question: ExploreQuestion; firstDay: string | null; completeTo: string }> {
  const organization = actor.organizationId;
  const known = knownTo(organization, today);
  const asked = rangeUpTo(query, () => known);
  const [completeTo, range, { comparison, firstDay }, to] = await Promise.all([
    known,
    asked,
    comparedWith(organization, asked),
    // only money is converted: tokens and charges are the same in every currency
    isMoney(query.measure) ? currencyOf(organization, query.ccy) : null,
    requireKnownKeys(organization, query, copy),
  ]);
  const yearBefore = { from: yearEarlier(range.from), to: yearEarlier(range.to) };
  const compared = {
    previous: comparison,
    year: firstDay !== null && yearBefore.from >= firstDay ? yearBefore : null,
    none: null,
  }[query.compare];
  const { measure, f: filters, without } = query;
  const conversion = to === null ? null : await conversionOf(organization, to, compared ? [range, compared] : [range]);
  return {
    question: { range, comparison: compared, by: groupedBy(query), measure, bin: binFor(query.bin, range), filters, without, conversion },
    firstDay,
    completeTo,
  };
}

/** The same day of the year before; 29 February goes to 1 March. */
function yearEarlier(day: string): string {
  const same = `${String(Number(day.slice(0, 4)) - 1)}${day.slice(4)}`;
  return addDays(same, 0) === same ? same : `${same.slice(0, 4)}-03-01`;
}

function drawnOf(groups: readonly ExploreGroup[], totals: readonly ExploreTotal[], { by }: ExploreQuestion): DrawnGroup[] {
  if (by.length === 0) return [];
  const keyOf = (g: { currency: string; unit: string | null }) => JSON.stringify([g.currency, g.unit]);
  // nine groups are drawn as nine: "others" for a single one would hide a name for nothing
  const room = new Map(totals.map((t) => [keyOf(t), t.groups <= DRAWN + 1 ? DRAWN + 1 : DRAWN]));
  const drawn = new Map<string, DrawnGroup[]>();
  for (const { values, currency, unit, amount } of groups) {
    const key = keyOf({ currency, unit });
    const own = drawn.get(key) ?? [];
    if (amount !== null && own.length < (room.get(key) ?? DRAWN)) drawn.set(key, [...own, { values, currency, unit }]);
  }
  return [...drawn.values()].flat();
}
