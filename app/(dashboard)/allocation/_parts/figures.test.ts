import { expect, test } from 'vitest';
import { trendWords } from './figures';

const months = [
  { month: '2026-05', amount: '19', total: '100' },
  { month: '2026-10', amount: '16', total: '100' },
];
const said = (...args: Parameters<typeof trendWords>) => trendWords(...args).replaceAll('\u00a0', ' ');

test('the last month is told beside the first, and a month that is not over says so', () => {
  const october = { from: '2026-10-01', to: '2026-11-01' };
  expect(said(months, october)).toBe('16 % without an owner in 2026-10, 19 % in 2026-05; the goal is below 5 %.');
  expect(said(months, { from: '2026-10-01', to: '2026-10-22' })).toBe(
    '16 % without an owner in 2026-10 so far, 19 % in 2026-05; the goal is below 5 %.',
  );
  expect(said(months.slice(0, 1), october)).toBe('19 % without an owner in 2026-05; the goal is below 5 %.');
  expect(said([{ month: '2026-05', amount: '-3', total: '-3' }], october)).toBe('Of these months nothing is known.');
});
