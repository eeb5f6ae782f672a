import { expect, test } from 'vitest';
import { csvCell } from '@/lib/core/csv/cell';
import { toCsv } from './table';

test.each(['=1+1', '+cmd', '-cmd|calc', '@sum', '\t=1'])('%j is text to a spreadsheet, not a formula', (cell) => {
  expect(csvCell(cell).replace(/^"/, '').startsWith("'")).toBe(true);
});

test('a negative amount stays a number', () => {
  expect(csvCell('-18.20')).toBe('-18.20');
});

test('the file has the rows of the table and one total row', () => {
  const columns = [
    { key: 'a', header: 'Name, full' },
    { key: 'b', header: 'Cost', numeric: true },
  ];
  expect(toCsv({ columns, rows: [{ a: 'say "hi"', b: '1.5' }], total: { a: 'Total', b: '1.5' } })).toBe(
    '\uFEFF"Name, full",Cost\r\n"say ""hi""",1.5\r\nTotal,1.5\r\n',
  );
});
