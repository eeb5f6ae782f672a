import { expect, test } from 'vitest';
import { toCsv } from './table';

test('the file has the rows of the table and one total row', () => {
  const columns = [
    { key: 'a', header: 'Name, full' },
    { key: 'b', header: 'Cost', numeric: true },
  ];
  expect(toCsv({ columns, rows: [{ a: 'say "hi"', b: '1.5' }], total: { a: 'Total', b: '1.5' } })).toBe(
    '\uFEFF"Name, full",Cost\r\n"say ""hi""",1.5\r\nTotal,1.5\r\n',
  );
});
