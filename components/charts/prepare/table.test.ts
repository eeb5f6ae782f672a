import { expect, test } from 'vitest';
import { type ChartTable, toCsv } from './table';

const columns = [
  { key: 'a', header: 'Name, full' },
  { key: 'b', header: 'Cost', numeric: true },
];

test('the file has the rows of the table and one total row, and each says what it is', () => {
  const rows: ChartTable['rows'] = [
    { a: 'say "hi"', b: '1.5' },
    { row: 'others', a: '3 others', b: '2' },
  ];
  expect(toCsv({ of: 'group', columns, rows, total: { a: 'Total', b: '3.5' } })).toBe(
    '\uFEFFRow,"Name, full",Cost\r\ngroup,"say ""hi""",1.5\r\nothers,3 others,2\r\ntotal,Total,3.5\r\n',
  );
  expect(toCsv({ columns: [{ key: 'day', header: 'Day' }], rows: [{ day: '2026-11-01' }] })).toBe('\uFEFFRow,Day\r\nday,2026-11-01\r\n');
});

test('what is to be known of the figures stands below them and is none', () => {
  const notes = [{ row: 'note', words: 'USD: 1 of 2 charges has no list price.' }];
  expect(toCsv({ columns, rows: [], total: { a: 'Total', b: '1' }, notes }).split('\r\n')).toEqual([
    '\uFEFFRow,"Name, full",Cost',
    'total,Total,1',
    'note,USD: 1 of 2 charges has no list price.,',
    '',
  ]);
});
