import { NONE } from '@/lib/core/costs/cost-query';
import { groupedBy } from '@/lib/core/explore/explore-query';
import type { ExploreFilter } from '@/lib/core/explore/filters';
import type { CostView } from '@/lib/core/views/cost-address';

// Saved views are kept in the same words, so these are the core's.
export {
  type CostView,
  costHref,
  currencyIn,
  hrefOf,
  notUnderstood,
  parseCostView,
  type RawAddress,
  unknownIn,
} from '@/lib/core/views/cost-address';

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
/** What says less than where a charge comes from. */
const coarse = new Set(['charge', 'ai', 'currency']);
const isStep = (dimension: string) => dimension in paths && !coarse.has(dimension);
/** So many steps lead to the charges, wherever one begins. */
const steps = 3;

/** Where the next click leads: a row opens by the next useful dimension, and after three steps, or when none is left, its charges. */
export function drill(view: CostView, values: readonly (string | null)[], draw: string | null): CostView {
  const by = groupedBy(view);
  const f = by.reduce((all, dimension, i) => withFilter(all, only(dimension, values[i] ?? null)), view.f);
  const settled = new Set(f.filter((x) => !x.exclude && !x.sense && x.values.length === 1).map((x) => x.dimension));
  const hasNoModel = f.some((x) => x.dimension === 'model' && !x.exclude && x.values.every((v) => v === NONE));
  const isDeep = [...settled].filter(isStep).length >= steps;
  const next = isDeep ? undefined : (paths[view.by] ?? otherwise).find((d) => !settled.has(d) && !(hasNoModel && d === 'token-type'));
  return { ...view, f, draw, page: 1, charge: null, by2: undefined, ...(next ? { by: next } : { tab: 'charges' as const }) };
}
