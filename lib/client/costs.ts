import { queryOptions } from '@tanstack/react-query';
import type { BeforeSplit } from '../core/allocation/before-split';
import type { CostMeasure } from '../core/costs/dimensions';
import type { Overview } from '../core/costs/overview';
import type { ChargeRow } from '../core/explore/charge-row';
import type { CostForecast } from '../core/explore/cost-forecast';
import type { ExploreDimension } from '../core/explore/dimensions';
import type { ExploreQuery } from '../core/explore/explore-query';
import { writeFilter } from '../core/explore/filters';
import type { DrawnGroup, ExploreGroup, ExplorePoint, ExploreTotal, Unpriced } from '../core/explore/question';
import type { Converted } from '../core/fx/conversion';
import type { Bin } from '../core/time/bins';
import type { NamedPeriod, Range } from '../core/time/period';
import { api } from './api';

/** Amounts are decimal strings; each group has one currency, and its unit where quantities are counted. */
export interface CostAnswer {
  period: Range;
  /** Null where it would begin before the first day known, or where none is wanted. */
  comparison: Range | null;
  firstDay: string | null;
  /** The day after the last one that is known: what reaches past it is still to grow. */
  completeTo?: string;
  bin: Bin;
  by: string[];
  /** What each of them is called here, in the same order. */
  titles: string[];
  groups: ExploreGroup[];
  totals: ExploreTotal[];
  /** What is in no total, of the measures that are about prices. */
  unpriced: Unpriced[];
  drawn: DrawnGroup[];
  series: ExplorePoint[];
  /** What of it others carry: here it stands before shared costs are split. Panels of a dashboard have nothing of it. */
  beforeSplit?: BeforeSplit | null;
  /** The currency all is told in and the rates it took; null where each currency stands as it was billed. */
  conversion: Converted | null;
}
export interface ChargePage {
  period: Range;
  page: number;
  pageSize: number;
  rows: ChargeRow[];
  hasMore: boolean;
  /** Of all pages, each currency for itself. */
  totals: ExploreTotal[];
  unpriced: Unpriced[];
  conversion: Converted | null;
}
/** One charge: columns by their name in SQL, as text, number, boolean or nothing. */
export type ChargeDetail = Readonly<Record<string, unknown>>;
export interface ChargeKey {
  load: number;
  line: string;
  profile: string;
}
export interface OverviewAsk {
  period: NamedPeriod;
  measure: CostMeasure;
  ccy: string | null;
}

/** Without a connection an answer that does not come is an error to be said, not a wait without end. */
const networkMode = 'always';

export const overviewQuery = ({ period, measure, ccy }: OverviewAsk) =>
  queryOptions({
    queryKey: ['overview', period, measure, ccy],
    queryFn: () => api<Overview>(`/api/v1/overview?${new URLSearchParams({ period, measure, ...(ccy && { ccy }) })}`),
    networkMode,
  });

/** The page of charges is no part of this question, nor is what a view adds to it. */
export const costsQuery = (q: ExploreQuery) => {
  const search = costsSearch(q);
  return queryOptions({
    queryKey: ['costs', search],
    queryFn: ({ signal }) => api<CostAnswer>(`/api/v1/costs?${search}`, { signal }),
    networkMode,
  });
};

/** What the rest of the period is expected to cost, of all groups together: the view may be grouped and compared in any way. */
export const costForecastQuery = (q: ExploreQuery) => {
  const search = costsSearch({ ...q, by: 'none', by2: undefined, compare: 'none' });
  return queryOptions({
    queryKey: ['cost-forecast', search],
    queryFn: ({ signal }) => api<CostForecast>(`/api/v1/costs/forecast?${search}`, { signal }),
    networkMode,
    placeholderData: undefined, // what is expected of other costs would stand on these
  });
};

/** What costs can be grouped by here; tags and allocations differ from ledger to ledger. */
export const dimensionsQuery = queryOptions({
  queryKey: ['cost-dimensions'],
  queryFn: () => api<ExploreDimension[]>('/api/v1/costs/dimensions'),
  networkMode,
  staleTime: 60_000,
});

/** Values of a dimension that hold what was typed, with their money in the view. */
export const valuesQuery = (q: ExploreQuery, by: string, typed: string) => {
  const search = `${costsSearch({ ...q, by, by2: undefined, compare: 'none' })}&q=${encodeURIComponent(typed)}`;
  return queryOptions({
    queryKey: ['cost-values', search],
    queryFn: ({ signal }) => api<{ values: ExploreGroup[]; found: number }>(`/api/v1/costs/values?${search}`, { signal }),
    networkMode,
  });
};

/** Charges are not grouped: what a view groups by is no part of their question. */
const ofCharges = (q: ExploreQuery): ExploreQuery => ({ ...q, by: 'service', by2: undefined, bin: 'auto', compare: 'previous' });

export const chargesQuery = (q: ExploreQuery) => {
  const search = `${costsSearch(ofCharges(q))}&page=${q.page}`;
  return queryOptions({
    queryKey: ['charges', search],
    queryFn: ({ signal }) => api<ChargePage>(`/api/v1/charges?${search}`, { signal }),
    networkMode,
  });
};

/** Where every group of a view is had as a file. */
export const groupFileHref = (q: ExploreQuery, format: 'csv' | 'xlsx'): string => `/api/v1/costs/export?${costsSearch(q)}&format=${format}`;

/** Where the charges behind a view are had as a file. */
export const chargeFileHref = (q: ExploreQuery, format: 'csv' | 'parquet' = 'csv'): string =>
  `/api/v1/charges/export?${costsSearch(ofCharges(q))}${format === 'csv' ? '' : `&format=${format}`}`;

export const chargeQuery = ({ load, line, profile }: ChargeKey) =>
  queryOptions({
    queryKey: ['charge', load, line, profile],
    queryFn: () => api<ChargeDetail>(`/api/v1/charges/detail?${new URLSearchParams({ load: String(load), line, profile })}`),
    networkMode,
    staleTime: Number.POSITIVE_INFINITY, // a charge never changes; a corrected file is another load
    placeholderData: undefined, // one charge must not stand under the name of another
  });

/** A question in the words of an address. */
export function costsSearch({ period, from, to, compare, by, by2, measure, bin, f, without, ccy }: ExploreQuery): string {
  const search = new URLSearchParams({ by, measure, bin, compare });
  if (by2) search.set('by2', by2);
  if (from && to) for (const [key, day] of Object.entries({ from, to })) search.set(key, day);
  else search.set('period', period);
  for (const filter of f) search.append('f', writeFilter(filter));
  if (without.length) search.set('without', without.join(','));
  if (ccy) search.set('ccy', ccy);
  return search.toString();
}
