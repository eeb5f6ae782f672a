import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NONE, parseFilters, writeFilter } from './cost-query';

test('a filter survives its way through the address, whatever its values hold', () => {
  const values = fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(values, fc.boolean(), (list, exclude) => {
      const filter = { dimension: 'team' as const, values: list, exclude };
      expect(parseFilters([writeFilter(filter)])).toEqual([filter]);
    }),
  );
});

test('a value that is called like the missing one is another value, and addresses written before keep their meaning', () => {
  const filter = { dimension: 'team' as const, values: ['(none)', NONE, '(others)'], exclude: false };
  expect(writeFilter(filter)).toBe('team:\\(none),(none),\\(others)');
  expect(parseFilters([writeFilter(filter)])).toEqual([filter]);
  expect(parseFilters(['-team:(none)', 'service:(beta) search'])).toEqual([
    { dimension: 'team', values: [NONE], exclude: true },
    { dimension: 'service', values: ['(beta) search'], exclude: false },
  ]);
});

test('what is unknown or malformed falls back and never becomes a filter', () => {
  expect(parseFilters(['nonsense:1', 'provider', "provider'; drop table load;--:x", ':', '-'])).toEqual([]);
});
