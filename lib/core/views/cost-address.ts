import { ExploreQuery } from '../explore/explore-query';
import { parseFilter, writeFilter } from '../explore/filters';
import { type GroupSort, hasOrder, isGroupSort, usualSort } from '../explore/group-order';
import { chargeParts, type ExploreMark, exploreMarks } from '../explore/measures';
import { rawOf } from '../input/address';
import { isCurrency } from '../money/currency';

export const costTabs = ['groups', 'charges', 'why'] as const;
export type CostTab = (typeof costTabs)[number];

/** What an address of Costs shows: the question, and how the answer is looked at. */
export interface CostView extends ExploreQuery {
  tab: CostTab;
  mark: ExploreMark;
  /** The order of the groups in their tables. */
  sort: GroupSort;
  /** Whether what is expected of the rest of the period is drawn too. */
  forecast: boolean;
  /** Where currencies stand apart, the one that is drawn first; null is the one all is told in, or that with most charges. */
  draw: string | null;
  /** The charge whose drawer is open, `load.line.profile`. */
  charge: string | null;
  /** The number of the saved view that was opened, whatever was changed since. */
  saved: number | null;
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
  'sort',
  'forecast',
  'f',
  'without',
  'page',
  'tab',
  'ccy',
  'draw',
  'charge',
  'view',
] as const;
const known = new Set<string>(words);

export function parseCostView(raw: RawAddress): CostView {
  const query = ExploreQuery.parse(raw);
  const pinned = query.from && query.to && query.from < query.to;
  return {
    ...query,
    ...(pinned ? {} : { from: undefined, to: undefined }),
    tab: costTabs.find((tab) => tab === raw.tab) ?? 'groups',
    mark: exploreMarks.find((mark) => mark === raw.mark) ?? 'bars',
    sort: typeof raw.sort === 'string' && isGroupSort(raw.sort) && hasOrder(raw.sort, query) ? raw.sort : usualSort,
    forecast: raw.forecast === '1',
    draw: typeof raw.draw === 'string' && /^[\p{L}\p{N}%./ _-]{1,40}$/u.test(raw.draw) ? raw.draw : null,
    charge: typeof raw.charge === 'string' && /^\d+\.\d+\.[\da-f-]{36}$/.test(raw.charge) ? raw.charge : null,
    saved: typeof raw.view === 'string' && /^[1-9]\d{0,8}$/.test(raw.view) ? Number(raw.view) : null,
  };
}

/** Defaults are left out, so that an address says only what was chosen. */
export function costHref(view: Partial<CostView>): string {
  const {
    period,
    from,
    to,
    compare,
    by,
    by2,
    measure,
    bin,
    mark,
    sort,
    forecast,
    f = [],
    without = [],
    page,
    tab,
    ccy,
    draw,
    charge,
    saved,
  } = view;
  const pairs: [string, string | false | null | undefined][] = [
    ['tab', tab !== 'groups' && tab],
    ['period', !(from && to) && period !== 'mtd' && period],
    ['from', from && to && from],
    ['to', from && to && to],
    ['compare', compare !== 'previous' && compare],
    ['by', by !== 'service' && by],
    ['by2', by2],
    ['measure', measure !== 'effective' && measure],
    ['bin', bin !== 'auto' && bin],
    ['mark', mark !== 'bars' && mark],
    ['sort', sort && sort !== usualSort && hasOrder(sort, { compare: compare ?? '', measure: measure ?? '' }) && sort],
    ['forecast', forecast === true && '1'],
    ...f.map((filter): [string, string] => ['f', writeFilter(filter)]),
    ['without', without.join(',')],
    ['ccy', ccy],
    ['draw', draw],
    ['page', page !== undefined && page > 1 && String(page)],
    ['charge', charge],
    ['view', saved !== null && saved !== undefined && String(saved)],
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
    ...(['period', 'compare', 'by', 'by2', 'measure', 'bin', 'mark', 'sort', 'page', 'tab', 'ccy', 'draw', 'charge'] as const).flatMap(
      (key) => unread(key).map((v) => `${key}=${v}`),
    ),
    ...said('f').flatMap((text) => (parseFilter(text) ? [] : [`f=${text}`])),
    ...said('without').flatMap((text) =>
      text.split(',').flatMap((word) => (chargeParts.some((part) => part === word) ? [] : [`without=${word}`])),
    ),
    ...said('forecast').flatMap((word) => (word === '1' ? [] : [`forecast=${word}`])),
    ...said('view').flatMap((word) => (word === String(view.saved) ? [] : [`view=${word}`])),
    ...unknownIn(raw, known),
  ];
}

/** The same address without the named period, where it pins days as well: those are shown. Null where it says its days once. */
export function withoutSecondPeriod(raw: RawAddress): string | null {
  if (raw.period === undefined || !parseCostView(raw).from) return null;
  const rest = Object.entries(raw).flatMap(([key, said]) =>
    key === 'period' ? [] : [said ?? []].flat().map((value): [string, string] => [encodeURIComponent(key), value]),
  );
  return hrefOf('/costs', rest);
}

export const unknownIn = (raw: RawAddress, words: ReadonlySet<string>): string[] =>
  Object.keys(raw).filter((key) => !words.has(key) && raw[key] !== undefined);

export const currencyIn = (raw: RawAddress): string | null => (isCurrency(raw.ccy) ? raw.ccy : null);

/** A kept address as the view it asks for. */
export const viewOf = (address: string, saved: number | null = null): CostView => ({ ...parseCostView(rawOf(address)), saved });

/** What a view asks, without what was opened in it: two of the same question are the same text. */
export const addressOf = (view: CostView): string => costHref({ ...view, page: 1, charge: null, saved: null }).replace(/^[^?]*\??/, '');

/** The question of an address of Costs and nothing else of it, as it is kept: what is not understood does not get in. */
export const keptAddress = (text: string): string => addressOf(viewOf(text.slice(text.indexOf('?') + 1)));
