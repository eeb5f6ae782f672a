import { expect, test } from 'vitest';
import { newRows } from './merge';
import { readSeries } from './read';

const csv = 'date,amount,currency,booked date,Product\n2026-05-01,10.50,USD,,app\n2026-05-01,-3,USD,2026-06-02,app\n';

test('reads dated amounts, booked on their own day unless said otherwise', () => {
  expect(readSeries(csv, 'r.csv')).toEqual([
    { line: 2, date: '2026-05-01', booked: '2026-05-01', amount: '10.50', currency: 'USD', labels: { product: 'app' } },
    { line: 3, date: '2026-05-01', booked: '2026-06-02', amount: '-3', currency: 'USD', labels: { product: 'app' } },
  ]);
});

test.each([
  ['', 'r.csv is empty.'],
  ['date,amount\n', 'r.csv has no column "currency". It needs date, amount and currency.'],
  ['date,amount,currency\n', 'r.csv has a header and no rows.'],
  ['date,amount,currency\n2026-05-01,1,USD\n01.05.2026,1,USD\n', 'r.csv, line 3, column date: "01.05.2026" is no day like 2026-05-01.'],
  ['date,amount,currency\n2026-05-01,"1,5",USD\n', 'r.csv, line 2, column amount: "1,5" is no plain decimal number like -1234.50.'],
  ['date,amount,currency\n2026-05-01,1,$\n', 'r.csv, line 2, column currency: "$" is no currency code like USD.'],
  ['date,amount,currency\n2026-05-01,1\n', 'r.csv, line 2: has 2 cells, the header has 3.'],
])('refuses the whole file with a sentence', (text, sentence) => {
  expect(() => readSeries(text, 'r.csv')).toThrow(sentence);
});

test('takes only what is new and rewrites nothing', () => {
  const rows = readSeries(csv, 'r.csv');
  expect(newRows(rows, rows, 'r.csv')).toEqual([]);
  const more = readSeries(`${csv}2026-05-02,1,USD,,app\n`, 'r.csv');
  expect(newRows(rows, more, 'r.csv').map((r) => r.line)).toEqual([4]);
  const other = readSeries(csv.replace('10.50', '11'), 's.csv');
  expect(() => newRows(rows, other, 's.csv')).toThrow(
    's.csv, line 2: 2026-05-01, booked 2026-05-01, is 10.5 USD in the series and 11 in this file.',
  );
});
