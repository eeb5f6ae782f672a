import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvCell, csvLine, unguarded } from './cell';

const danger = fc.stringMatching(/^[a=+\-@＝;,\t\r\n"' 1]{0,12}$/);

test.each(['=1+1', '+cmd', '-cmd|calc', '@sum', '\t=1', ' =1', '＝1+1', '\n@a'])('%j is text to a spreadsheet, not a formula', (cell) => {
  expect(csvCell(cell).replace(/^"/, '').startsWith("'")).toBe(true);
});

test.each([
  ['a;=1+1', `"a;'=1+1"`],
  ['a\t=1+1', `"a\t'=1+1"`],
  ['a\n=1+1', `"a\n'=1+1"`],
  ['a; "=1+1&";b', `"a;' ""=1+1&"";b"`],
  ['storage; EU', '"storage; EU"'],
  ['-18.20', '-18.20'],
  ['2026-08-01', '2026-08-01'],
  ['1e-7', '1e-7'],
])('%j is written %j', (cell, written) => expect(csvCell(cell)).toBe(written));

test('no spreadsheet finds a formula, also where it splits at another mark than a comma', () => {
  fc.assert(
    fc.property(danger, danger, (a, b) => {
      const line = csvLine(['x', a, b]);
      const [cells = []] = parse(line) as string[][];
      const pieces = line.split(/[;\t\r\n]/); // as if no quote held anything together
      for (const cell of [...cells, ...pieces]) expect(/^[\s"]*[=+@＝]/.test(cell)).toBe(false);
    }),
  );
});

test('what was written comes back, letter by letter', () => {
  fc.assert(
    fc.property(fc.array(danger, { minLength: 1, maxLength: 4 }), (cells) => {
      const [row = []] = parse(csvLine(cells), { skip_empty_lines: false }) as string[][];
      expect(row.map(unguarded)).toEqual(cells);
    }),
  );
});
