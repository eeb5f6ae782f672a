import { csvLine, csvStart } from '@/lib/core/csv/cell';

/** The figures behind a chart, unrounded: what the table shows and the CSV holds. */
export interface ChartTable {
  columns: readonly { key: string; header: string; numeric?: boolean }[];
  /** What a row says under `row` goes before what the rows are of: "others". */
  rows: readonly Readonly<Record<string, string>>[];
  total?: Readonly<Record<string, string>>;
  /** What a row is, a word of the file: "week", "group". Left out, it is a day where a table begins with one. */
  of?: string;
  /** Said below the total, each in a row without figures. */
  notes?: readonly { row: string; words: string }[];
}

/** The same rows as the table plus one total row. The first column says what each is, so that nobody adds a total to its parts. */
export function toCsv({ columns, rows, total, of = columns[0]?.key === 'day' ? 'day' : 'row', notes = [] }: ChartTable): string {
  const cells = (row: Readonly<Record<string, string>>) => columns.map((c) => row[c.key] ?? '');
  const lines = [
    ['Row', ...columns.map((c) => c.header)],
    ...rows.map((row) => [row.row ?? of, ...cells(row)]),
    ...(total ? [['total', ...cells(total)]] : []),
    ...notes.map(({ row, words }) => [row, words, ...columns.slice(1).map(() => '')]),
  ];
  return csvStart + lines.map(csvLine).join('');
}
