import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NONE } from '@/lib/core/costs/cost-query';
import { exploreDimensions } from '@/lib/core/explore/dimensions';
import { comparisons } from '@/lib/core/explore/explore-query';
import { writeFilter } from '@/lib/core/explore/filters';
import { groupSorts, hasOrder, usualSort } from '@/lib/core/explore/group-order';
import { chargeParts, type ExploreMeasure, exploreMarks, exploreMeasures } from '@/lib/core/explore/measures';
import { bins } from '@/lib/core/time/bins';
import { type CostView, costHref, drill, notUnderstood, only, parseCostView, type RawAddress, withFilter } from './cost-view';

const rawOf = (href: string): RawAddress => {
  const search = new URL(href, 'http://headroom').searchParams;
  return Object.fromEntries(
    [...new Set(search.keys())].map((k) => [k, search.getAll(k).length > 1 ? search.getAll(k) : search.getAll(k)[0]]),
  );
};
const dimension = fc.constantFrom(...Object.keys(exploreDimensions), 'tag:cost:centre', 'tag:a~b\\c', 'allocation:team');
const value = fc.string({ minLength: 1 }).filter((v) => !v.includes('\u0000') && v.isWellFormed());
const aView: fc.Arbitrary<CostView> = fc
  .record({
    period: fc.constantFrom('mtd', 'last-month', '30d', '90d', '12m'),
    from: fc.constant(undefined),
    to: fc.constant(undefined),
    by: dimension,
    by2: fc.option(dimension, { nil: undefined }),
    measure: fc.constantFrom(...(Object.keys(exploreMeasures) as ExploreMeasure[])),
    compare: fc.constantFrom(...comparisons),
    bin: fc.constantFrom('auto' as const, ...bins),
    mark: fc.constantFrom(...exploreMarks),
    sort: fc.constantFrom(...groupSorts),
    forecast: fc.boolean(),
    without: fc.subarray([...chargeParts]),
    f: fc.array(
      fc.oneof(
        fc.record({ dimension, values: fc.array(value, { minLength: 1, maxLength: 3 }), exclude: fc.boolean() }),
        fc.record({
          dimension,
          sense: fc.constant('contains' as const),
          values: fc.array(value, { minLength: 1, maxLength: 3 }),
          exclude: fc.boolean(),
        }),
      ),
      { maxLength: 3 },
    ),
    page: fc.integer({ min: 1, max: 10_000 }),
    tab: fc.constantFrom('groups', 'charges', 'why'),
    ccy: fc.constantFrom(null, 'USD', 'EUR', 'billing'),
    draw: fc.constantFrom(null, 'USD', '1M Tokens'),
    charge: fc.constant(null),
    saved: fc.option(fc.integer({ min: 1, max: 999_999_999 }), { nil: null }),
  })
  .map((view) => (view.by2 === view.by ? { ...view, by2: undefined } : view))
  .map((view) => (hasOrder(view.sort, view) ? view : { ...view, sort: usualSort }));

test('an address shows what it was written for, and all of it is understood', () => {
  fc.assert(
    fc.property(aView, (view) => {
      const raw = rawOf(costHref(view));
      expect(parseCostView(raw)).toEqual(view);
      expect(notUnderstood(raw)).toEqual([]);
    }),
  );
});

test('an address says only what was chosen', () => {
  expect(costHref(parseCostView({}))).toBe('/costs');
  expect(costHref({ by: 'model', f: [only('provider', 'azure'), only('team', null, true)], ccy: 'EUR' })).toBe(
    '/costs?by=model&f=provider:azure&f=-team:(none)&ccy=EUR',
  );
});

test('what is malformed falls back to its default and is named', () => {
  const raw = {
    by: 'nonsense',
    measure: 'x',
    period: '7d',
    from: '2026-03-01',
    f: ['provider:azure', 'colour:red'],
    page: '0',
    tab: 'z',
    q: '1',
  };
  expect(parseCostView(raw)).toMatchObject({ by: 'service', measure: 'effective', period: 'mtd', from: undefined, page: 1, tab: 'groups' });
  expect(parseCostView(raw).f).toEqual([only('provider', 'azure')]);
  expect(notUnderstood(raw)).toEqual(['from=2026-03-01', 'period=7d', 'by=nonsense', 'measure=x', 'page=0', 'tab=z', 'f=colour:red', 'q']);
});

test('days of one’s own need both ends in order', () => {
  const march = { from: '2026-03-01', to: '2026-03-08' };
  expect(parseCostView(march)).toMatchObject(march);
  expect(notUnderstood(march)).toEqual([]);
  expect(parseCostView({ from: march.to, to: march.from }).from).toBeUndefined();
});

test('a row opens by the next dimension, and the third by its charges', () => {
  const start = parseCostView({ by: 'provider' });
  const service = drill(start, ['azure'], 'EUR');
  const model = drill(service, ['Foundry Models'], 'EUR');
  const charges = drill(model, ['gpt-5'], 'EUR');
  expect([service.by, model.by, charges.tab]).toEqual(['service', 'model', 'charges']);
  expect(charges.f.map(writeFilter)).toEqual(['provider:azure', 'service:Foundry Models', 'model:gpt-5']);
  const kind = drill(drill(parseCostView({ by: 'service', f: 'team:search' }), ['Foundry Models'], 'EUR'), ['gpt-5'], 'EUR');
  expect([kind.by, kind.tab, drill(kind, ['input'], 'EUR').tab]).toEqual(['token-type', 'groups', 'charges']);
});

test('where nothing is left to tell apart, a row opens its charges', () => {
  const charges = drill(parseCostView({ by: 'charge', f: ['service:a', 'sub-account:b', 'model:c'] }), ['Tax'], 'EUR');
  expect(charges.tab).toBe('charges');
});

test('what has no model is not asked for its token type', () => {
  expect(drill(parseCostView({ by: 'model' }), [null], 'USD')).toMatchObject({ by: 'provider', f: [{ values: [NONE] }] });
});

test('a new filter on a dimension takes the place of the old one, exclusions add up', () => {
  const f = withFilter([only('provider', 'azure'), only('team', 'a')], only('provider', 'aws'));
  expect(f.map(writeFilter)).toEqual(['team:a', 'provider:aws']);
  expect(withFilter([only('team', 'a', true)], only('team', 'b', true))).toHaveLength(2);
});
