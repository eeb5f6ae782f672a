import { type CostFilter, CostQuery, NONE, parseFilters, writeFilter } from '@/lib/core/costs/cost-query';
import { type CostDimension, costDimensions } from '@/lib/core/costs/dimensions';

export type CostTab = 'groups' | 'charges';

/** What an address of Costs shows: the question, and how the answer is looked at. */
export interface CostView extends CostQuery {
  tab: CostTab;
  /** The currency drawn first; null is the one with most charges. */
  ccy: string | null;
  /** The charge whose drawer is open, `load.line.profile`. */
  charge: string | null;
}

/** An address before anybody has understood it. */
export type RawAddress = Readonly<Record<string, string | string[] | undefined>>;

const known = new Set(['period', 'from', 'to', 'by', 'measure', 'f', 'page', 'tab', 'ccy', 'charge']);

export function parseCostView(raw: RawAddress): CostView {
  const query = CostQuery.parse(raw);
  const pinned = query.from && query.to && query.from < query.to;
  return {
    ...query,
    ...(pinned ? {} : { from: undefined, to: undefined }),
    tab: raw.tab === 'charges' ? 'charges' : 'groups',
    ccy: currencyIn(raw),
    charge: typeof raw.charge === 'string' && /^\d+\.\d+\.[\da-f-]{36}$/.test(raw.charge) ? raw.charge : null,
  };
}

/** Defaults are left out, so that an address says only what was chosen. */
export function costHref(view: Partial<CostView>): string {
  const { period, from, to, by, measure, f = [], page, tab, ccy, charge } = view;
  const pairs: [string, string | false | null | undefined][] = [
    ['tab', tab === 'charges' && tab],
    ['period', !(from && to) && period !== 'mtd' && period],
    ['from', from && to && from],
    ['to', from && to && to],
    ['by', by !== 'service' && by],
    ['measure', measure === 'billed' && measure],
    ...f.map((filter): [string, string] => ['f', writeFilter(filter)]),
    ['ccy', ccy],
    ['page', page !== undefined && page > 1 && String(page)],
    ['charge', charge],
  ];
  return hrefOf('/costs', pairs);
}

export function hrefOf(path: string, pairs: readonly [string, string | false | null | undefined][]): string {
  const written = pairs.flatMap(([key, value]) => (value ? [`${key}=${readable(value)}`] : []));
  return written.length ? `${path}?${written.join('&')}` : path;
}

/** Colons, commas and brackets may stand in a query as they are, and a link is read by people. */
const readable = (value: string) =>
  encodeURIComponent(value).replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%20', '+');

/** What of an address was not understood, as it stands there: `by=nonsense`. */
export function notUnderstood(raw: RawAddress): string[] {
  const view = parseCostView(raw);
  const said = (key: string) => [raw[key] ?? []].flat();
  const unread = (key: keyof CostView) => said(key).filter((value) => value !== String(view[key] ?? ''));
  const days = view.from ? [] : (['from', 'to'] as const).flatMap((key) => said(key).map((value) => `${key}=${value}`));
  return [
    ...days,
    ...(['period', 'by', 'measure', 'page', 'tab', 'ccy', 'charge'] as const).flatMap((key) => unread(key).map((v) => `${key}=${v}`)),
    ...said('f').flatMap((text) => (parseFilters([text]).length ? [] : [`f=${text}`])),
    ...unknownIn(raw, known),
  ];
}

export const unknownIn = (raw: RawAddress, words: ReadonlySet<string>): string[] =>
  Object.keys(raw).filter((key) => !words.has(key) && raw[key] !== undefined);

export const currencyIn = (raw: RawAddress): string | null => (typeof raw.ccy === 'string' && /^[A-Z]{3}$/.test(raw.ccy) ? raw.ccy : null);

/** The value as filters and addresses know it: the missing one has a name. */
export const only = (dimension: CostDimension, value: string | null, exclude = false): CostFilter => ({
  dimension,
  values: [value ?? NONE],
  exclude,
});

/** Everything that is none of these: what a chart calls "others". */
export const allBut = (dimension: CostDimension, values: readonly (string | null)[]): CostFilter => ({
  dimension,
  values: values.map((v) => v ?? NONE),
  exclude: true,
});

/** Adds a filter. What was said of this dimension in the same sense gives way: two would leave nothing. */
export const withFilter = (filters: readonly CostFilter[], added: CostFilter): CostFilter[] => [
  ...filters.filter((f) => f.dimension !== added.dimension || f.exclude !== added.exclude || added.exclude),
  added,
];

const paths: Record<CostDimension, readonly CostDimension[]> = {
  provider: ['service', 'model', 'token-type'],
  account: ['sub-account', 'service', 'model'],
  'sub-account': ['service', 'model', 'token-type'],
  category: ['service', 'model', 'token-type'],
  service: ['model', 'token-type', 'sub-account', 'region'],
  vendor: ['model', 'token-type', 'provider'],
  model: ['token-type', 'provider', 'sub-account', 'team'],
  'token-type': ['model', 'sub-account', 'team'],
  region: ['service', 'model'],
  team: ['service', 'model', 'token-type'],
  charge: ['service', 'sub-account'],
  ai: ['provider', 'service', 'model'],
  class: ['service', 'model'],
  currency: ['provider', 'service', 'model'],
};

/** Where the next click leads: one value opens by the next useful dimension, and when none is left its charges. */
export function drill(view: CostView, value: string | null, ccy: string): CostView {
  const f = withFilter(view.f, only(view.by, value));
  const settled = new Set(f.filter((x) => !x.exclude && x.values.length === 1).map((x) => x.dimension));
  const hasNoModel = f.some((x) => x.dimension === 'model' && !x.exclude && x.values.every((v) => v === NONE));
  const next = paths[view.by].find((d) => !settled.has(d) && !(hasNoModel && d === 'token-type'));
  return { ...view, f, ccy, page: 1, charge: null, ...(next ? { by: next } : { tab: 'charges' as const }) };
}

export const dimensionOptions = (Object.keys(costDimensions) as CostDimension[]).map((value) => ({
  value,
  label: costDimensions[value].title,
}));
