import { expect, test } from 'vitest';
import { shareOf, sumBy } from './view';

test.each([
  ['100', '0', '1'],
  ['100', '0.001', '0.9999'],
  ['3', '2', '0.3333'],
  ['0', '0', null],
  ['-5', '0', null],
  ['1', '2', '0'],
])('of %s with %s not recognised the share is %s: all is said only where all is', (all, rest, share) => {
  expect(shareOf(all, rest)).toBe(share);
});

test('amounts are added for each key, exactly, and what is missing is not zero', () => {
  const rows = [
    { unit: 'a', n: '0.1' },
    { unit: 'b', n: null },
    { unit: 'a', n: '0.2' },
  ];
  expect(
    sumBy(
      rows,
      (r) => r.unit,
      (r) => r.n,
    ),
  ).toEqual([{ key: 'a', amount: '0.3' }]);
});
