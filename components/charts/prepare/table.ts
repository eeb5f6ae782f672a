import { csvLine, csvStart } from '@/lib/core/csv/cell';

/** The figures behind a chart, unrounded: what the table shows and the CSV holds. */
export interface ChartTable {
  columns: readonly { key: string; header: string; numeric?: boolean }[];
  rows: readonly Readonly<Record<string, string>>[];
  total?: Readonly<Record<string, string>>;
}

/** The same rows as the table plus one total row. */
export function toCsv({ columns, rows, total }: ChartTable): string {
  const lines = [columns.map((c) => c.header), ...[...rows, ...(total ? [total] : [])].map((row) => columns.map((c) => row[c.key] ?? ''))];
  return csvStart + lines.map(csvLine).join('');
}
