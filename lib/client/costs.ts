import { queryOptions } from '@tanstack/react-query';
import { type CostQuery, writeFilter } from '../core/costs/cost-query';
import type { Overview } from '../core/costs/overview';
import type { NamedPeriod, Range } from '../core/time/period';
import { api } from './api';

/** Amounts are decimal strings; each row has one currency. */
export interface CostTableRow {
  value: string | null;
  currency: string;
  current: string | null;
  previous: string | null;
  tokens: string | null;
  charges: number;
}
export interface CostTable {
  period: Range;
  /** Null where it would begin before the first day known. */
  comparison: Range | null;
  firstDay: string | null;
  rows: CostTableRow[];
  daily: { day: string; group: string | null; currency: string; amount: string }[];
}
export interface ChargeRow {
  loadId: number;
  line: string;
  profileKey: string;
  day: string;
  end: string;
  provider: string;
  service: string | null;
  description: string | null;
  resource: string | null;
  subAccount: string | null;
  model: string | null;
  tokenType: string | null;
  region: string | null;
  team: string | null;
  category: string | null;
  currency: string;
  billed: string | null;
  effective: string | null;
  quantity: string | null;
  unit: string | null;
}
export interface ChargePage {
  period: Range;
  page: number;
  pageSize: number;
  rows: ChargeRow[];
  hasMore: boolean;
  /** Of all pages, each currency for itself. */
  totals: { currency: string; charges: number; amount: string | null }[];
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
  measure: CostQuery['measure'];
}

/** Without a connection an answer that does not come is an error to be said, not a wait without end. */
const networkMode = 'always';

export const overviewQuery = ({ period, measure }: OverviewAsk) =>
  queryOptions({
    queryKey: ['overview', period, measure],
    queryFn: () => api<Overview>(`/api/v1/overview?${new URLSearchParams({ period, measure })}`),
    networkMode,
  });

/** The page of charges is no part of this question, nor is what a view adds to it. */
export const costsQuery = (q: CostQuery) => {
  const search = searchOf(q);
  return queryOptions({ queryKey: ['costs', search], queryFn: () => api<CostTable>(`/api/v1/costs?${search}`), networkMode });
};

export const chargesQuery = (q: CostQuery) => {
  const search = `${searchOf({ ...q, by: 'service' })}&page=${q.page}`;
  return queryOptions({ queryKey: ['charges', search], queryFn: () => api<ChargePage>(`/api/v1/charges?${search}`), networkMode });
};

/** Where the charges behind a view are had as a file. */
export const chargeFileHref = (q: CostQuery): string => `/api/v1/charges/export?${searchOf({ ...q, by: 'service' })}`;

export const chargeQuery = ({ load, line, profile }: ChargeKey) =>
  queryOptions({
    queryKey: ['charge', load, line, profile],
    queryFn: () => api<ChargeDetail>(`/api/v1/charges/detail?${new URLSearchParams({ load: String(load), line, profile })}`),
    networkMode,
    staleTime: Number.POSITIVE_INFINITY, // a charge never changes; a corrected file is another load
    placeholderData: undefined, // one charge must not stand under the name of another
  });

function searchOf({ period, from, to, by, measure, f }: CostQuery): string {
  const search = new URLSearchParams({ by, measure });
  if (from && to) for (const [key, day] of Object.entries({ from, to })) search.set(key, day);
  else search.set('period', period);
  for (const filter of f) search.append('f', writeFilter(filter));
  return search.toString();
}
