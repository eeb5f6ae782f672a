import { NONE } from '@/lib/core/costs/cost-query';
import { ExploreQuery, groupedBy } from '@/lib/core/explore/explore-query';
import { type ExploreFilter, parseFilter, writeFilter } from '@/lib/core/explore/filters';
import { chargeParts, type ExploreMark, exploreMarks } from '@/lib/core/explore/measures';

export type CostTab = 'groups' | 'charges';

/** What an address of Costs shows: the question, and how the answer is looked at. */
export interface CostView extends ExploreQuery {
  tab: CostTab;
  mark: ExploreMark;
  /** The currency drawn first; null is the one with most charges. */
  ccy: string | null;
  /** The charge whose drawer is open, `load.line.profile`. */
  charge: string | null;
}

/** An address before anybody has understood it. */
export type RawAddress = Readonly<Record<string, string | string[] | undefined>>;

const words = [
  'period',
  'from',
  'to',
  'compare',
  'by',
  'by2',
  'measure',
  'bin',
  'mark',
  'f',
  'without',
  'page',
  'tab',
  'ccy',
  'charge',
] as const;
const known = new Set<string>(words);

export function parseCostView(raw: RawAddress): CostView {
  const query = ExploreQuery.parse(raw);
  const pinned = query.from && query.to && query.from < query.to;
  return {
    ...query,
    ...(pinned ? {} : { from: undefined, to: undefined }),
    tab: raw.tab === 'charges' ? 'charges' : 'groups',
    mark: exploreMarks.find((mark) => mark === raw.mark) ?? 'bars',
    ccy: currencyIn(raw),
    charge: typeof raw.charge === 'string' && /^\d+\.\d+\.[\da-f-]{36}$/.test(raw.charge) ? raw.charge : null,
  };
}

/** Defaults are left out, so that an address says only what was chosen. */
export function costHref(view: Partial<CostView>): string {
  const { period, from, to, compare, by, by2, measure, bin, mark, f = [], without = [], page, tab, ccy, charge } = view;
  const pairs: [string, string | false | null | undefined][] = [
    ['tab', tab === 'charges' && tab],
    ['period', !(from && to) && period !== 'mtd' && period],
    ['from', from && to && from],
    ['to', from && to && to],
    ['compare', compare !== 'previous' && compare],
    ['by', by !== 'service' && by],
    ['by2', by2],
    ['measure', measure !== 'effective' && measure],
    ['bin', bin !== 'auto' && bin],
    ['mark', mark !== 'bars' && mark],
    ...f.map((filter): [string, string] => ['f', writeFilter(filter)]),
    ['without', without.join(',')],
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
    ...(['period', 'compare', 'by', 'by2', 'measure', 'bin', 'mark', 'page', 'tab', 'ccy', 'charge'] as const).flatMap((key) =>
      unread(key).map((v) => `${key}=${v}`),
    ),
    ...said('f').flatMap((text) => (parseFilter(text) ? [] : [`f=${text}`])),
    ...said('without').flatMap((text) =>
      text.split(',').flatMap((word) => (chargeParts.some((part) => part === word) ? [] : [`without=${word}`])),
    ),
    ...unknownIn(raw, known),
  ];
}

export const unknownIn = (raw: RawAddress, words: ReadonlySet<string>): string[] =>
  Object.keys(raw).filter((key) => !words.has(key) && raw[key] !== undefined);

export const currencyIn = (raw: RawAddress): string | null => (typeof raw.ccy === 'string' && /^[A-Z]{3}$/.test(raw.ccy) ? raw.ccy : null);

/** The value as filters and addresses know it: the missing one has a name. */
export const only = (dimension: string, value: string | null, exclude = false): ExploreFilter => ({
  dimension,
  values: [value ?? NONE],
  exclude,
});

/** Everything that is none of these: what a chart calls "others". */
export const allBut = (dimension: string, values: readonly (string | null)[]): ExploreFilter => ({
  dimension,
  values: values.map((v) => v ?? NONE),
  exclude: true,
});

/** Adds a filter. What was said of this dimension in the same sense gives way: two would leave nothing. */
export const withFilter = (filters: readonly ExploreFilter[], added: ExploreFilter): ExploreFilter[] => [
  ...filters.filter((f) => f.dimension !== added.dimension || f.exclude !== added.exclude || added.exclude),
  added,
];

const paths: Readonly<Record<string, readonly string[]>> = {
  provider: ['service', 'model', 'token-type'],
  account: ['sub-account', 'service', 'model'],
  'sub-account': ['service', 'model', 'token-type'],
  category: ['service', 'model', 'token-type'],
  service: ['model', 'token-type', 'sub-account', 'region'],
  vendor: ['model', 'token-type', 'provider'],
  family: ['model', 'token-type', 'provider'],
  model: ['token-type', 'provider', 'sub-account', 'team'],
  'token-type': ['model', 'sub-account', 'team'],
  charge: ['service', 'sub-account'],
  ai: ['provider', 'service', 'model'],
  currency: ['provider', 'service', 'model'],
  resource: ['meter'],
  meter: ['resource'],
};
const otherwise: readonly string[] = ['service', 'model', 'token-type'];

/** Where the next click leads: a row opens by the next useful dimension, and when none is left its charges. */
export function drill(view: CostView, values: readonly (string | null)[], ccy: string | null): CostView {
  const by = groupedBy(view);
  const f = by.reduce((all, dimension, i) => withFilter(all, only(dimension, values[i] ?? null)), view.f);
  const settled = new Set(f.filter((x) => !x.exclude && !x.sense && x.values.length === 1).map((x) => x.dimension));
  const hasNoModel = f.some((x) => x.dimension === 'model' && !x.exclude && x.values.every((v) => v === NONE));
  const next = (paths[view.by] ?? otherwise).find((d) => !settled.has(d) && !(hasNoModel && d === 'token-type'));
  return { ...view, f, ccy, page: 1, charge: null, by2: undefined, ...(next ? { by: next } : { tab: 'charges' as const }) };
}
