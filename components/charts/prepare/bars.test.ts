import { expect, test } from 'vitest';
import { prepareBars } from './bars';

const item = (key: string, amount: string) => ({ key, label: key, amount });

test('bars are ranked and measured from zero', () => {
  const bars = prepareBars([item('a', '25'), item('b', '100')], 'USD');
  expect(bars.items.map((b) => [b.key, b.from, b.width])).toEqual([
    ['b', 0, 100],
    ['a', 0, 25],
  ]);
  expect(bars.summary).toBe('b comes first with 100.00 USD of 125.00 USD.');
});

test('a credit reaches to the left of zero and stays in the total', () => {
  const bars = prepareBars([item('a', '75'), item('credit', '-25')], 'USD');
  expect(bars.zero).toBe(25);
  expect(bars.items.at(-1)).toMatchObject({ key: 'credit', from: 0, width: 25 });
  expect(bars.total).toBe('50');
});
