import { expect, test } from 'vitest';
import { labelKeyOf, readMetrics } from './read-metrics';

test('reads date, name, value and currency; further columns are labels', () => {
  const csv = 'date,name,value,currency,Customer\n2026-10-01,Tickets closed,120,,\n2026-10-01,revenue,99.50,USD,c-7\n';
  expect(readMetrics(csv, 'm.csv')).toEqual([
    { name: 'tickets_closed', day: '2026-10-01', value: '120', currency: null, labels: {} },
    { name: 'revenue', day: '2026-10-01', value: '99.50', currency: 'USD', labels: { customer: 'c-7' } },
  ]);
});

test.each([
  ['', 'm.csv is empty.'],
  ['date,value\n', 'm.csv has no column "name".'],
  ['date,name,value\n', 'm.csv has a header and no rows.'],
  ['date,name,value\n1.10.2026,a,1\n', 'm.csv, line 2, column date:'],
  ['date,name,value\n2026-10-01,a,"1,5"\n', 'm.csv, line 2, column value: is no plain decimal number.'],
  ['date,name,value,currency\n2026-10-01,a,1,$\n', 'm.csv, line 2, column currency: is no currency code like USD.'],
  ['date,name,value\n2026-10-01,a,1\n2026-10-01,A,2\n', 'm.csv has "a" of 2026-10-01 twice'],
])('refuses the whole file with a sentence', (csv, sentence) => {
  expect(() => readMetrics(csv, 'm.csv')).toThrow(sentence);
});

test('labels are the same in any order', () => expect(labelKeyOf({ b: '2', a: '1' })).toBe(labelKeyOf({ a: '1', b: '2' })));
