import { expect, test } from 'vitest';
import { groupFileHeads } from '../../core/explore/group-file';
import { groupSheet, numberFormat, sheetNames } from './group-sheet';

const money = { least: 2, usual: 2 };

test('a column has one format: whole amounts as many decimals as the others', () => {
  expect(numberFormat(['3', '9.99', null], money)).toBe('#,##0.00');
  expect(numberFormat(['3', '4'], money)).toBe('#,##0.00');
  expect(numberFormat(['96.0409145608012', '-3'], money)).toBe('#,##0.00');
});

test('what would read as nothing has more decimals, but never more than are there, and zero is nothing', () => {
  expect(numberFormat(['3', '0.0038'], money)).toBe('#,##0.0000');
  expect(numberFormat(['3', '0.004'], money)).toBe('#,##0.000');
  expect(numberFormat(['3', '0.00000012'], money)).toBe('#,##0.0000');
  expect(numberFormat(['3', '0.0000'], money)).toBe('#,##0.00');
});

test('prices have up to four, and what is counted has none that it does not need', () => {
  expect(numberFormat(['2.5', '0.12345'], { least: 2, usual: 4 })).toBe('#,##0.0000');
  expect(numberFormat(['2.5', '3'], { least: 2, usual: 4 })).toBe('#,##0.00');
  expect(numberFormat(['1200', null], { least: 0, usual: 4 })).toBe('#,##0');
  expect(numberFormat(['12.5', '3.0'], { least: 0, usual: 4 })).toBe('#,##0.0');
});

test('a million rows have a format too', () => {
  expect(
    numberFormat(
      Array.from({ length: 1_000_000 }, () => '1.5'),
      money,
    ),
  ).toBe('#,##0.00');
});

test('figures and their heads stand on the right in one format, and what the total leaves out stands apart, without a figure', () => {
  const row = (label: string, ...amounts: [string, string | null]) => ({
    labels: [label, 'USD'],
    money: amounts,
    tokens: null,
    charges: '7',
  });
  const { data } = groupSheet({
    ...{ name: 'USD', measure: 'list', note: '2 of 7 charges have no list price and are not in this total.' },
    heads: groupFileHeads({ titles: ['Service'], measure: 'list', comparison: { from: '2026-07-01', to: '2026-08-01' }, told: null }),
    groups: [row('a', '3', '9.99'), row('b', '9.99', null)],
    total: row('Total', '12.99', '9.99'),
  });
  const figures = [1, 2, 3].flatMap((i) => data[i]?.slice(2, 4) ?? []).filter((c) => c !== null);
  expect(figures).toHaveLength(5);
  for (const cell of figures) expect(cell).toMatchObject({ type: Number, format: '#,##0.00', align: 'right' });
  expect(data[0]?.map((c) => (c as { align?: string }).align ?? 'left')).toEqual(['left', 'left', 'right', 'right', 'right', 'right']);
  expect(data.slice(4)).toEqual([
    [],
    [{ value: '2 of 7 charges have no list price and are not in this total.', type: String, fontStyle: 'italic' }],
  ]);
});

test('sheets have names that Excel takes: no two alike in any case, none too long, none of its marks', () => {
  expect(sheetNames(['Hours', 'hours', 'HOURS', 'a/b', 'a b', '', '', 'History', "'q'"])).toEqual([
    ...['Hours', 'hours (2)', 'HOURS (3)', 'a b', 'a b (2)', 'All', 'All (2)', 'History (2)', 'q'],
  ]);
  const long = 'x'.repeat(40);
  expect(sheetNames([long, long])).toEqual(['x'.repeat(31), `${'x'.repeat(27)} (2)`]);
  expect(sheetNames([`${'x'.repeat(30)}🙂`])).toEqual(['x'.repeat(30)]);
});
