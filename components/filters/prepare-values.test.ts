import { expect, test } from 'vitest';
import { NONE } from '@/lib/core/costs/cost-query';
import { dimensionTitle } from '@/lib/core/explore/dimensions';
import type { ExploreFilter } from '@/lib/core/explore/filters';
import { filterText } from './filter-text';
import { prepareValues } from './prepare-values';

const row = (value: string | null, currency: string, current: string | null) => ({
  values: [value],
  currency,
  unit: null,
  amount: current,
});

test('a value is listed once with what it costs in each currency', () => {
  const values = prepareValues(
    [row('b', 'USD', '5'), row('a', 'USD', '7'), row('b', 'EUR', '9'), row(null, 'USD', '1')],
    (v) => v ?? 'No team tag',
  );
  expect(values.map((v) => v.label)).toEqual(['a', 'b', 'No team tag']);
  expect(values[1]?.amounts).toEqual([
    { currency: 'USD', amount: '5' },
    { currency: 'EUR', amount: '9' },
  ]);
  expect(values[2]?.value).toBe(NONE);
});

test('a filter is a sentence', () => {
  const said = (filter: ExploreFilter) => filterText(filter, dimensionTitle);
  expect(said({ dimension: 'provider', values: ['azure', 'aws'], exclude: false })).toBe('Provider is Azure or AWS');
  expect(said({ dimension: 'resource', sense: 'contains', values: ['gpt'], exclude: true })).toBe('Resource does not contain gpt');
  expect(said({ dimension: 'tag:env', values: ['prod'], exclude: false })).toBe('Tag env is prod');
  expect(said({ dimension: 'team', values: [NONE], exclude: true })).toBe('Team is set');
  expect(said({ dimension: 'model', values: [NONE, 'a', 'b', 'c'], exclude: true })).toBe('Model is set and not a, b or 1 more');
  expect(said({ dimension: 'ai', values: ['true'], exclude: true })).toBe('Not AI');
  expect(said({ dimension: 'model', values: ['a', 'b', 'c', 'd'], exclude: false })).toBe('Model is a, b or 2 more');
});

test('an allocation is called in a filter what it was named', () => {
  const given = (word: string) => (word === 'allocation:cc' ? 'Cost centre (SAP)' : dimensionTitle(word));
  expect(filterText({ dimension: 'allocation:cc', values: ['4711'], exclude: false }, given)).toBe('Cost centre (SAP) is 4711');
  expect(filterText({ dimension: 'allocation:cc', values: [NONE], exclude: false }, given)).toBe('Cost centre (SAP) is not set');
});
