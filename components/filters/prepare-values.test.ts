import { expect, test } from 'vitest';
import { NONE } from '@/lib/core/costs/cost-query';
import { prepareValues } from './prepare-values';
import { filterText } from './value-names';

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
  expect(filterText({ dimension: 'provider', values: ['azure', 'aws'], exclude: false })).toBe('Provider is Azure or AWS');
  expect(filterText({ dimension: 'resource', sense: 'contains', values: ['gpt'], exclude: true })).toBe('Resource does not contain gpt');
  expect(filterText({ dimension: 'tag:env', values: ['prod'], exclude: false })).toBe('Tag env is prod');
  expect(filterText({ dimension: 'team', values: [NONE], exclude: true })).toBe('Team is set');
  expect(filterText({ dimension: 'model', values: [NONE, 'a', 'b', 'c'], exclude: true })).toBe('Model is set and not a, b or 1 more');
  expect(filterText({ dimension: 'ai', values: ['true'], exclude: true })).toBe('Not AI');
  expect(filterText({ dimension: 'model', values: ['a', 'b', 'c', 'd'], exclude: false })).toBe('Model is a, b or 2 more');
});
