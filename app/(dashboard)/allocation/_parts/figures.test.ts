import { expect, test } from 'vitest';
import { lessThanUnit, ownedWords, shareOf, trendWords } from './figures';

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
  expect(said([{ month: '2026-05', amount: '-3', total: '-3' }], october)).toBe(
    'No month is above zero, so that nothing is a share of it.',
  );
  expect(said([], october)).toBe('Of these months nothing is known.');
});

test('less than the smallest unit is said to be less, in the digits of its column; nothing and a whole unit are not', () => {
  expect(lessThanUnit('0.0015', 'USD')).toBe('<0.01');
  expect(lessThanUnit('-0.0099', 'USD')).toBe('>−0.01');
  expect(lessThanUnit('0.4', 'JPY')).toBe('<1');
  for (const amount of ['0', '0.00', '0.01', '-0.01', '12']) expect(lessThanUnit(amount, 'USD')).toBeNull();
});

test('shares of a column carry the same digits, whatever their size', () => {
  expect(
    [shareOf('7513.56', '41607.60'), shareOf('8.4', '100'), shareOf('0', '100'), shareOf('1', '-3')].map((t) =>
      t.replaceAll('\u00a0', ' '),
    ),
  ).toEqual(['18.1 %', '8.4 %', '0.0 %', '–']);
});

test('how much has an owner is a share where nothing is below zero, and words where something is', () => {
  const bar = { tagged: '0', rule: '0', shared: '0', unallocated: '0', total: '0' };
  expect(ownedWords({ ...bar, tagged: '75', unallocated: '25', total: '100' }).replaceAll('\u00a0', ' ')).toBe('75 %');
  expect(ownedWords({ ...bar, unallocated: '-9', total: '-9' })).toBe('None');
  expect(ownedWords({ ...bar, rule: '-9', total: '-9' })).toBe('All');
  expect(ownedWords({ ...bar, rule: '5', unallocated: '-9', total: '-4' })).toBe('A part');
});
