import Big from 'big.js';
import { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import type { Attention, GroupRow, Overview, OverviewDimension, OverviewTotal, SourceFreshness } from '../../core/costs/overview';
import { converter } from '../../core/fx/conversion';
import type { ImportResult } from '../../core/imports/result';
import { isCurrencyAsk } from '../../core/money/currency';
import { moneyText } from '../../core/money/format';
import { addDays, addMonths, daysBetween, monthStart } from '../../core/time/days';
import { namedPeriods, rangeOf } from '../../core/time/period';
import { type DimensionSum, dailySums, dimensionSums, type SourceRow, sourceRows } from '../../db/queries/overview';
import { listImports } from '../../db/records/imports';
import { conversionOf, currencyOf } from '../fx/conversion-of';
import { sumsIn, trendIn } from './overview-in';
import { comparedWith, newestDay } from './period-of';

export const OverviewQuery = z.object({
  period: z.enum(namedPeriods).catch('mtd'),
  measure: z.enum(['effective', 'billed']).catch('effective'),
  /** The currency all is told in; `billing` keeps each as it was billed, null is the organisation's own. */
  ccy: z.string().refine(isCurrencyAsk).nullable().catch(null),
});
export type OverviewQuery = z.infer<typeof OverviewQuery>;

const columnOf: Record<OverviewDimension, string> = { provider: 'provider', service: 'service_name', model: 'model', team: 'team' };
const MOVERS = 10;
/** A source that spoke within this many days and has been silent for more than `LATE` is late. */
const ALIVE = 45;
const LATE = 4;

/** How much so far, what changed, what needs someone. `today` is a day, UTC. */
export async function getOverview(
  actor: Actor,
  { period, measure, ccy = null }: Omit<OverviewQuery, 'ccy'> & Partial<OverviewQuery>,
  today: string,
): Promise<Overview> {
  requirePermission(actor, 'costs:read');
  const organization = actor.organizationId;
  const [sources, imports] = await Promise.all([sourceRows(organization), listImports(organization, 100)]);
  const completeTo = newestDay(sources);
  const freshness = sources.map((s) => freshnessOf(s, today));
  if (!completeTo) return { ...nothing, measure, freshness, attention: attentionOf(imports, freshness, []) };
  const end = completeTo > addDays(today, 1) ? addDays(today, 1) : completeTo;
  const range = rangeOf(period, end);
  const { comparison, firstDay } = await comparedWith(organization, range);
  const before = comparison ?? { from: range.from, to: range.from };
  const to = await currencyOf(organization, ccy);
  const window = { ...range, previousFrom: before.from, previousTo: before.to, measure, monthly: to !== null };
  const trendFrom = daysBetween(range.from, range.to) < 60 ? addMonths(monthStart(range.from), -1) : range.from;
  const [conversion, billedSums, billedTrend] = await Promise.all([
    to === null ? null : conversionOf(organization, to, [before, { from: trendFrom, to: range.to }]),
    dimensionSums(organization, [...Object.values(columnOf), 'model_class'], window),
    dailySums(organization, { dimension: 'provider', from: trendFrom, to: range.to, measure }),
  ]);
  const told = conversion && converter(conversion);
  const sums = told ? sumsIn(told, billedSums) : billedSums;
  const trend = told ? trendIn(told, billedTrend) : billedTrend;
  const totals = inOrder(totalsOf(sums), to);
  const groups = (Object.keys(columnOf) as OverviewDimension[]).flatMap((dimension) =>
    sums
      .filter((s) => s.dimension === columnOf[dimension])
      .map((s): GroupRow => ({ dimension, value: s.value, currency: s.currency, current: s.current ?? '0', previous: s.previous }))
      .sort((a, b) => new Big(b.current).cmp(a.current)),
  );
  const movers = (comparison ? groups : [])
    .filter((g) => (g.dimension === 'service' || g.dimension === 'model') && g.value !== null)
    .map((g) => ({ g, change: new Big(g.current).minus(g.previous ?? 0).abs() }))
    .filter((m) => m.change.gt(0))
    .sort((a, b) => b.change.cmp(a.change));
  const perCurrency = totals.flatMap((t) =>
    movers
      .filter((m) => m.g.currency === t.currency)
      .slice(0, MOVERS)
      .map((m) => m.g),
  );
  return {
    period: range,
    comparison,
    firstDay,
    completeTo: end,
    measure,
    currencies: totals.map((t) => t.currency),
    conversion: conversion && { to: conversion.to, rates: told?.used() ?? [] },
    totals,
    trend,
    groups,
    movers: perCurrency,
    freshness,
    attention: attentionOf(imports, freshness, totals),
  };
}

const nothing: Omit<Overview, 'measure' | 'freshness' | 'attention'> = {
  period: null,
  comparison: null,
  firstDay: null,
  completeTo: null,
  currencies: [],
  conversion: null,
  totals: [],
  trend: [],
  groups: [],
  movers: [],
};

function totalsOf(sums: readonly DimensionSum[]): OverviewTotal[] {
  const currencies = [...new Set(sums.map((s) => s.currency))];
  const add = (list: readonly DimensionSum[], pick: (s: DimensionSum) => string | null) =>
    list.reduce((sum, s) => sum.plus(pick(s) ?? 0), new Big(0)).toFixed();
  return currencies
    .map((currency): OverviewTotal => {
      const own = sums.filter((s) => s.dimension === 'provider' && s.currency === currency);
      const unclassified = sums.filter((s) => s.dimension === 'model_class' && s.currency === currency && s.value === 'unclassified');
      return {
        currency,
        current: add(own, (s) => s.current),
        previous: own.some((s) => s.previous !== null) ? add(own, (s) => s.previous) : null,
        ai: add(own, (s) => s.currentAi),
        unclassified: add(unclassified, (s) => s.current),
        tokens: own.some((s) => s.tokens !== null) ? add(own, (s) => s.tokens) : null,
        charges: own.reduce((n, s) => n + Number(s.charges ?? 0), 0),
      };
    })
    .sort((a, b) => b.charges - a.charges);
}

/** The currency all is told in stands first, then most charges. */
const inOrder = (totals: readonly OverviewTotal[], to: string | null): OverviewTotal[] => [
  ...totals.filter((t) => t.currency === to),
  ...totals.filter((t) => t.currency !== to),
];

function freshnessOf(s: SourceRow, today: string): SourceFreshness {
  const silent = s.completeTo ? daysBetween(s.completeTo, today) : null;
  return {
    sourceId: s.id,
    name: s.name,
    accountName: s.accountName,
    provider: s.provider,
    completeTo: s.completeTo,
    lastLoadAt: s.lastLoadAt?.toISOString() ?? null,
    isLate: silent !== null && silent > LATE && silent <= ALIVE,
  };
}

function attentionOf(
  imports: Awaited<ReturnType<typeof listImports>>,
  freshness: readonly SourceFreshness[],
  totals: readonly OverviewTotal[],
): Attention[] {
  const unclassified = totals
    .filter((t) => new Big(t.unclassified).gt(0))
    .map(
      (t): Attention => ({
        kind: 'unclassified',
        severity: 'warn',
        text: `${moneyText(t.unclassified, t.currency)} of AI spend is on meters whose model is not known.`,
        href: '/models?tab=meters',
      }),
    );
  const results = imports.flatMap((i): Attention[] => {
    const href = `/sources?import=${i.id}`;
    if (i.status === 'interrupted')
      return [{ kind: 'interrupted', severity: 'over', text: `The import of ${i.fileName} was interrupted.`, href }];
    if (i.status === 'refused') return [{ kind: 'refused', severity: 'over', text: `${i.fileName} could not be loaded.`, href }];
    const rejected = (i.result as unknown as ImportResult | null)?.rejected ?? 0;
    if (i.status !== 'done' || rejected === 0) return [];
    return [
      { kind: 'rejected', severity: 'warn', text: `${rejected} ${rejected === 1 ? 'row' : 'rows'} of ${i.fileName} rejected.`, href },
    ];
  });
  const late = freshness
    .filter((f) => f.isLate)
    .map(
      (f): Attention => ({
        kind: 'late',
        severity: 'warn',
        text: `${f.name} ends on ${addDays(f.completeTo ?? '', -1)}: a newer export is due.`,
        href: '/sources?tab=sources',
      }),
    );
  return [...results.filter((r) => r.severity === 'over'), ...late, ...unclassified, ...results.filter((r) => r.severity === 'warn')];
}
