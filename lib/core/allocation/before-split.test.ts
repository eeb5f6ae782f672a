import { expect, test } from 'vitest';
import { beforeSplit } from './before-split';
import { Pool } from './pools';

const pool = (more: object = {}) => Pool.parse({ name: 'Platform', dimension: 'team', value: 'shared platform', method: 'even', ...more });
const group = (value: string | null, amount: string, currency = 'USD', second: string | null = null) => ({
  values: [value, second],
  currency,
  amount,
});
const groups = [
  group('Shared Platform', '10.001', 'USD', 'aws'),
  group('shared-platform', '5', 'USD', 'gcp'),
  group('search', '7'),
  group('Shared platform', '2', 'EUR'),
];
const range = { from: '2026-08-10', to: '2026-10-01' };
const team = { word: 'allocation:team', dimension: 'team' };
const view = { by: ['allocation:team', 'provider'], filters: [], range, measure: 'effective' as const };

test('costs by an allocation say what of them others carry, each currency for itself', () => {
  expect(beforeSplit(view, groups, team, [pool()])).toEqual({
    dimension: 'team',
    values: [
      { value: 'shared platform', currency: 'USD', amount: '15.001', isPartly: false },
      { value: 'shared platform', currency: 'EUR', amount: '2', isPartly: false },
    ],
  });
});

test('a pool of some of the months is named as such, one of other months or of another dimension not at all', () => {
  const partly = (pools: Pool[]) => beforeSplit(view, groups, team, pools)?.values.map((v) => v.isPartly);
  expect(partly([pool({ since: '2026-09' })])).toEqual([true, true]);
  expect(partly([pool({ until: '2026-08' }), pool({ name: 'After', since: '2026-09' })])).toEqual([false, false]);
  expect(partly([pool({ until: '2026-07' }), pool({ dimension: 'product' })])).toBeUndefined();
});

test('what is only filtered by it names nobody, and tokens are split nowhere', () => {
  const filtered = { ...view, by: ['model'], filters: [{ dimension: 'allocation:team', values: ['search'], exclude: false }] };
  expect(beforeSplit(filtered, [], team, [pool()])).toEqual({ dimension: 'team', values: [] });
  const search = groups.filter((g) => g.values[0] === 'search');
  expect(beforeSplit({ ...view, filters: filtered.filters }, search, team, [pool()])).toEqual({ dimension: 'team', values: [] });
  expect(beforeSplit({ ...filtered, filters: [] }, groups, team, [pool()])).toBeNull();
  expect(beforeSplit({ ...view, measure: 'tokens' }, groups, team, [pool()])).toBeNull();
  expect(beforeSplit({ ...view, measure: 'per-million' }, groups, team, [pool()])?.values.map((v) => v.amount)).toEqual([null, null]);
});
